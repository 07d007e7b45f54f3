package training.powerbi.server.recording.address;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import training.powerbi.model.VideoPlatform;

/// The forms in which people copy YouTube links, owners' pages included.
final class YouTubeAddress {
    private static final Set<String> HOSTS = Set.of(
            "youtube.com",
            "www.youtube.com",
            "m.youtube.com",
            "music.youtube.com",
            "gaming.youtube.com",
            "studio.youtube.com",
            "consent.youtube.com",
            "youtube-nocookie.com",
            "www.youtube-nocookie.com");
    private static final String SHORT_HOST = "youtu.be";
    private static final Pattern SHORT = Pattern.compile("/([A-Za-z0-9_-]{11})(?:/|&.*)?");
    private static final Pattern PATH =
            Pattern.compile("/(?:shorts|live|embed|v|vi|e|watch|video)/([A-Za-z0-9_-]{11})(?:[/&].*)?");
    private static final Pattern WATCHED = Pattern.compile("([A-Za-z0-9_-]{11})(?:[^A-Za-z0-9_-].*)?");
    /// Frames of a playlist and of a channel, as long as a video's id.
    private static final Set<String> NO_VIDEOS = Set.of("videoseries", "live_stream");

    private YouTubeAddress() {}

    static boolean isHost(String host) {
        return HOSTS.contains(host) || host.equals(SHORT_HOST) || host.equals("www." + SHORT_HOST);
    }

    static Optional<String> videoId(String host, URI uri) {
        var path = path(uri);
        var inPath = (host.endsWith(SHORT_HOST) ? SHORT : PATH).matcher(path);
        return Stream.concat(
                        inPath.matches() && !NO_VIDEOS.contains(inPath.group(1))
                                ? Stream.of(inPath.group(1))
                                : Stream.empty(),
                        queries(uri).flatMap(YouTubeAddress::watched))
                .findFirst();
    }

    /// An old address of phones has its query behind a fragment.
    private static Stream<String> queries(URI uri) {
        var fragment = Optional.ofNullable(uri.getRawFragment())
                .filter(text -> text.startsWith("/watch?"))
                .map(text -> text.substring("/watch?".length()));
        return Stream.concat(Stream.ofNullable(uri.getRawQuery()), fragment.stream());
    }

    private static Stream<String> watched(String query) {
        return Stream.of("v", "video_id")
                .flatMap(name -> LinkQuery.value(query, name).stream())
                .map(WATCHED::matcher)
                .filter(id -> id.matches())
                .map(id -> id.group(1));
    }

    private static String path(URI uri) {
        return Optional.ofNullable(uri.getRawPath()).orElse("");
    }

    /// What an address without a video is, and how to come to the video's own.
    static String refusal(String host, URI uri) {
        var path = path(uri);
        if (host.equals("studio.youtube.com")) {
            return "This page of YouTube Studio shows no single video; open the video there and copy its link.";
        }
        if (path.startsWith("/playlist") || LinkQuery.value(uri, "list").isPresent() || path.endsWith("/videoseries")) {
            return "This is a playlist of YouTube; open the one video in it and copy that video's link.";
        }
        if (path.startsWith("/results")) {
            return "This is a search on YouTube; open the one video and copy its link.";
        }
        if (path.startsWith("/clip/")) {
            return "This is a clip of a YouTube video; open the whole video and copy its link.";
        }
        if (Stream.of("/@", "/channel/", "/c/", "/user/", "/embed/live_stream").anyMatch(path::startsWith)) {
            return "This is a channel of YouTube; open the one video in it and copy that video's link.";
        }
        return "This YouTube address names no single video; copy the video's own link.";
    }

    static VideoAddress of(String id) {
        return new VideoAddress(
                VideoPlatform.YOUTUBE,
                "https://www.youtube.com/watch?v=" + id,
                "https://www.youtube-nocookie.com/embed/" + id);
    }
}
