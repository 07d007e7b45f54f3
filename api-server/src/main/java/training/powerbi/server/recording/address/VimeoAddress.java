package training.powerbi.server.recording.address;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.VideoPlatform;

/// The forms in which people copy Vimeo links, owners' pages included; unlisted videos carry a hash.
final class VimeoAddress {
    private static final String PLAYER = "player.vimeo.com";
    private static final Set<String> HOSTS = Set.of("vimeo.com", "www.vimeo.com", "m.vimeo.com", PLAYER);
    private static final Pattern PATH =
            Pattern.compile("/(?:m/|videos?/|manage/(?:videos/)?|channels/[^/]+/|groups/[^/]+/videos/|ondemand/[^/]+/"
                    + "|(?:album|showcase)/[^/]+/video/)?(\\d{5,12})(?:/([0-9a-f]{8,12}))?(?:/[a-z_-]{1,40}){0,2}/?");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{8,12}");

    private VimeoAddress() {}

    static boolean isHost(String host) {
        return HOSTS.contains(host);
    }

    static Optional<VideoAddress> of(String host, URI uri) {
        // Owners of some plans share the file itself.
        if (host.equals(PLAYER) && MediaFile.isFile(uri)) {
            return Optional.of(MediaFile.of(uri, host));
        }
        var path = PATH.matcher(path(uri));
        if (!path.matches()) {
            return Optional.empty();
        }
        var inQuery =
                LinkQuery.value(uri, "h").filter(hash -> HASH.matcher(hash).matches());
        return Optional.of(of(path.group(1), path.group(2) != null ? path.group(2) : inQuery.orElse(null)));
    }

    private static String path(URI uri) {
        return Optional.ofNullable(uri.getRawPath()).orElse("");
    }

    /// What an address without a video is, and how to come to the video's own.
    static String refusal(URI uri) {
        var path = path(uri);
        if (path.contains("/review/")) {
            return "This is a review page of Vimeo; open the video's own page and copy its link under Share.";
        }
        if (path.contains("/event/")) {
            return "This is an event of Vimeo; when it is over, open its recording and copy that video's link.";
        }
        if (path.startsWith("/showcase/") || path.startsWith("/album/") || path.startsWith("/channels/")) {
            return "This Vimeo page has several videos; open the one video and copy its link.";
        }
        return "This Vimeo address names no single video; copy the video's own link.";
    }

    private static VideoAddress of(String id, @Nullable String hash) {
        return new VideoAddress(
                VideoPlatform.VIMEO,
                "https://vimeo.com/" + id + (hash == null ? "" : "/" + hash),
                "https://player.vimeo.com/video/" + id + (hash == null ? "" : "?h=" + hash));
    }
}
