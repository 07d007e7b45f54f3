package training.powerbi.server.recording;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.VideoPlatform;

/// The forms in which people copy Vimeo links; unlisted videos carry a hash.
final class VimeoAddress {
    private static final Set<String> HOSTS = Set.of("vimeo.com", "www.vimeo.com", "player.vimeo.com");
    private static final Pattern PATH =
            Pattern.compile("/(?:video/|channels/[\\w-]+/|groups/[\\w-]+/videos/|album/\\d+/video/"
                    + "|showcase/\\d+/video/)?(\\d{5,12})(?:/([0-9a-f]{8,12}))?/?");
    private static final Pattern HASH = Pattern.compile("(?:^|&)h=([0-9a-f]{8,12})(?:&|$)");

    private VimeoAddress() {}

    static boolean isHost(String host) {
        return HOSTS.contains(host);
    }

    static Optional<VideoAddress> of(URI uri) {
        var path = PATH.matcher(Optional.ofNullable(uri.getRawPath()).orElse(""));
        if (!path.matches()) {
            return Optional.empty();
        }
        var hash = path.group(2) != null ? path.group(2) : hash(uri.getRawQuery());
        return Optional.of(of(path.group(1), hash));
    }

    private static @Nullable String hash(@Nullable String query) {
        var matcher = HASH.matcher(query == null ? "" : query);
        return matcher.find() ? matcher.group(1) : null;
    }

    private static VideoAddress of(String id, @Nullable String hash) {
        return new VideoAddress(
                VideoPlatform.VIMEO,
                "https://vimeo.com/" + id + (hash == null ? "" : "/" + hash),
                "https://player.vimeo.com/video/" + id + (hash == null ? "" : "?h=" + hash));
    }
}
