package training.powerbi.server.recording;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.TypedText;
import training.powerbi.model.VideoPlatform;
import training.powerbi.model.error.PortalException;

/// Where a recording is, in its one canonical form. Nothing is ever fetched from it.
///
/// @param videoUrl address a person opens
/// @param embedUrl address an iframe may load; null for media files
record VideoAddress(
        VideoPlatform platform, String videoUrl, @Nullable String embedUrl) {
    private static final int MAX_LENGTH = 2_000;
    private static final Pattern MEDIA_FILE = Pattern.compile(".+\\.(mp4|webm|m3u8)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PUBLIC_NAME = Pattern.compile("([a-z0-9-]+\\.)+[a-z][a-z0-9-]*[a-z0-9]");
    private static final Pattern WITHOUT_SCHEME =
            Pattern.compile("[a-z0-9.-]+\\.[a-z]{2,}/.*", Pattern.CASE_INSENSITIVE);

    /// Of a file the portal keeps: the day's page in the site, which plays it.
    static VideoAddress ofDay(int dayNumber) {
        return new VideoAddress(VideoPlatform.UPLOAD, "/#/day/" + dayNumber, null);
    }

    /// @throws PortalException BAD_USER_INPUT for anything that is neither YouTube, nor Vimeo, nor an https
    /// address of a media file
    static VideoAddress parse(String text) {
        var uri = uri(TypedText.of("videoUrl", text));
        var host = host(uri);
        if (YouTubeAddress.isHost(host)) {
            return YouTubeAddress.videoId(host, uri)
                    .map(YouTubeAddress::of)
                    .orElseThrow(
                            () -> refused("This YouTube address names no single video; copy the video's own link."));
        }
        if (VimeoAddress.isHost(host)) {
            return VimeoAddress.of(uri)
                    .orElseThrow(() -> refused("This Vimeo address names no single video; copy the video's own link."));
        }
        return mediaFile(uri, host)
                .orElseThrow(() -> refused(
                        "Give a YouTube or Vimeo link, or an https:// address that ends in .mp4, .webm or .m3u8."));
    }

    private static Optional<VideoAddress> mediaFile(URI uri, String host) {
        var path = uri.getRawPath();
        if (!"https".equalsIgnoreCase(uri.getScheme())
                || !PUBLIC_NAME.matcher(host).matches()
                || path == null
                || !MEDIA_FILE.matcher(path).matches()) {
            return Optional.empty();
        }
        return Optional.of(new VideoAddress(VideoPlatform.DIRECT, uri.toString(), null));
    }

    private static URI uri(String text) {
        if (text.length() > MAX_LENGTH) {
            throw refused("This address is too long; use at most " + MAX_LENGTH + " characters.");
        }
        try {
            var uri = new URI(WITHOUT_SCHEME.matcher(text).matches() ? "https://" + text : text);
            if (uri.getRawUserInfo() != null) {
                throw refused("An address with a user name or password cannot be used.");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw refused("This is not an address; copy the whole link, starting with https://.");
        }
    }

    /// Lower-case host name; empty for anything but http and https, so that no platform matches.
    private static String host(URI uri) {
        var scheme = uri.getScheme();
        boolean web = "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
        return web && uri.getHost() != null ? uri.getHost().toLowerCase(Locale.ROOT) : "";
    }

    private static PortalException refused(String sentence) {
        return PortalException.badInput("videoUrl", sentence);
    }
}
