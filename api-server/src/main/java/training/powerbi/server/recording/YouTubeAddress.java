package training.powerbi.server.recording;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import training.powerbi.model.VideoPlatform;

/// The forms in which people copy YouTube links.
final class YouTubeAddress {
    private static final Set<String> HOSTS = Set.of(
            "youtube.com",
            "www.youtube.com",
            "m.youtube.com",
            "music.youtube.com",
            "youtube-nocookie.com",
            "www.youtube-nocookie.com");
    private static final String SHORT_HOST = "youtu.be";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{11}");
    private static final Pattern PATH = Pattern.compile("/(?:shorts|live|embed|v)/([A-Za-z0-9_-]{11})/?");

    private YouTubeAddress() {}

    static boolean isHost(String host) {
        return HOSTS.contains(host) || host.equals(SHORT_HOST) || host.equals("www." + SHORT_HOST);
    }

    static Optional<String> videoId(String host, URI uri) {
        var path = Optional.ofNullable(uri.getRawPath()).orElse("");
        if (host.endsWith(SHORT_HOST)) {
            return Optional.of(path.replaceAll("^/|/$", ""))
                    .filter(id -> ID.matcher(id).matches());
        }
        if (path.equals("/watch") || path.equals("/watch/")) {
            return Optional.ofNullable(uri.getRawQuery()).flatMap(YouTubeAddress::watched);
        }
        var matcher = PATH.matcher(path);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Optional<String> watched(String query) {
        return Arrays.stream(query.split("&", -1))
                .filter(parameter -> parameter.startsWith("v="))
                .map(parameter -> parameter.substring(2))
                .filter(id -> ID.matcher(id).matches())
                .findFirst();
    }

    static VideoAddress of(String id) {
        return new VideoAddress(
                VideoPlatform.YOUTUBE,
                "https://www.youtube.com/watch?v=" + id,
                "https://www.youtube-nocookie.com/embed/" + id);
    }
}
