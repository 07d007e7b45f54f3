package training.powerbi.server.recording.address;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.TypedText;
import training.powerbi.model.VideoPlatform;
import training.powerbi.model.error.PortalException;

/// Where a recording is, in its one canonical form. Nothing is ever fetched from it.
///
/// @param videoUrl address a person opens
/// @param embedUrl address an iframe may load; null for media files
public record VideoAddress(
        VideoPlatform platform, String videoUrl, @Nullable String embedUrl) {
    /// A mail program's address around that of a chat, around that of a search.
    private static final int MOST_WRAPPINGS = 4;

    /// Of a file the portal keeps: the day's page in the site, which plays it.
    public static VideoAddress ofDay(int dayNumber) {
        return new VideoAddress(VideoPlatform.UPLOAD, "/#/day/" + dayNumber, null);
    }

    /// Reads what a person pasted.
    ///
    /// @throws PortalException BAD_USER_INPUT for anything a student's browser could not play
    public static VideoAddress parse(String pasted) {
        var text = TypedText.of("videoUrl", pasted);
        OwnFile.refusal(text).ifPresent(sentence -> {
            throw refused(sentence);
        });
        try {
            return unwrapped(PastedLink.in(text));
        } catch (PortalException refused) {
            return PastedLink.withBlanks(text).map(VideoAddress::unwrapped).orElseThrow(() -> refused);
        }
    }

    private static VideoAddress unwrapped(String address) {
        var uri = uri(address);
        for (int i = 0; i < MOST_WRAPPINGS; i++) {
            var inner = WrappedLink.inside(host(uri), uri);
            if (inner.isEmpty()) {
                return pasted(uri);
            }
            uri = uri(PastedLink.in(inner.get()));
        }
        return pasted(uri);
    }

    /// Reads what a row holds. Files are taken from any host: what was taken once stays, whatever is refused today.
    ///
    /// @throws PortalException BAD_USER_INPUT for what no version of the portal would have written
    public static VideoAddress stored(String text) {
        return file(text).orElseGet(() -> parse(text));
    }

    private static Optional<VideoAddress> file(String text) {
        try {
            var uri = new URI(text);
            return MediaFile.isFile(uri) && "https".equals(uri.getScheme())
                    ? Optional.of(MediaFile.of(uri, host(uri)))
                    : Optional.empty();
        } catch (URISyntaxException notWritten) {
            return Optional.empty();
        }
    }

    private static VideoAddress pasted(URI uri) {
        var host = host(uri);
        if (YouTubeAddress.isHost(host)) {
            return YouTubeAddress.videoId(host, uri)
                    .map(YouTubeAddress::of)
                    .orElseThrow(() -> refused(YouTubeAddress.refusal(host, uri)));
        }
        if (VimeoAddress.isHost(host)) {
            return VimeoAddress.of(host, uri).orElseThrow(() -> refused(VimeoAddress.refusal(uri)));
        }
        if (DropboxAddress.isHost(host)) {
            var file = DropboxAddress.file(uri)
                    .orElseThrow(() -> refused(MediaFile.unplayed(uri).orElse(DropboxAddress.REFUSAL)));
            return MediaFile.of(uri(file), host);
        }
        FileService.of(host, uri).ifPresent(service -> {
            throw refused(service.sentence());
        });
        FilePage.of(host, uri).ifPresent(page -> {
            throw refused(page.sentence());
        });
        return MediaFile.of(uri, host);
    }

    private static URI uri(String address) {
        try {
            var uri = new URI(address);
            if (uri.getScheme() == null || uri.isOpaque()) {
                throw notAnAddress();
            }
            if (uri.getRawUserInfo() != null) {
                throw refused("An address with a user name or password cannot be used.");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw notAnAddress();
        }
    }

    /// Lower-case host name; empty for anything but http and https, so that no platform matches.
    private static String host(URI uri) {
        var scheme = uri.getScheme();
        boolean web = "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
        return web && uri.getHost() != null ? uri.getHost().toLowerCase(Locale.ROOT) : "";
    }

    private static PortalException notAnAddress() {
        return refused("This is not an address; copy the whole link of the video, starting with https://.");
    }

    static PortalException refused(String sentence) {
        return PortalException.badInput("videoUrl", sentence);
    }
}
