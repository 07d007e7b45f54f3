package training.powerbi.desktop.ui.preview;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import training.powerbi.client.DayRecording;

/// What is to be previewed.
///
/// @param address what the preview loads
/// @param browserAddress what the system's browser opens instead
/// @param reports whether the page says in its title how it gets on, as the portal's player page does
/// @param video whether sound and pictures are played by this computer
/// @param shown whether the preview can show it at all
record PreviewPage(String title, URI address, String browserAddress, boolean reports, boolean video, boolean shown) {

    /// The portal's own player page, told by the fragment what to play.
    static Optional<PreviewPage> of(URI portal, DayRecording recording) {
        var source = switch (recording.platform()) {
            case UPLOAD -> recording.streamUrl();
            case DIRECT -> recording.videoUrl();
            case YOUTUBE, VIMEO -> recording.embedUrl();
        };
        if (source == null) {
            return Optional.empty();
        }
        var page = resolve(
                portal,
                "preview.html#platform=" + recording.platform().name() + "&url="
                        + URLEncoder.encode(source, StandardCharsets.UTF_8));
        var browser = switch (recording.platform()) {
            case UPLOAD -> page.toString();
            case DIRECT, YOUTUBE, VIMEO -> recording.videoUrl();
        };
        return Optional.of(new PreviewPage(recording.title(), page, browser, true, true, true));
    }

    /// Slides, as the portal or another site serves them.
    static PreviewPage ofSlides(URI portal, String title, String address) {
        var page = resolve(portal, address);
        var path = String.valueOf(page.getPath()).toLowerCase(Locale.ROOT);
        var shown = !path.matches(".*\\.(pdf|pptx|ppsx|odp)");
        return new PreviewPage(title, page, page.toString(), false, false, shown);
    }

    /// An address of the portal's own made whole; one elsewhere as it is.
    static URI resolve(URI portal, String address) {
        var base = portal.toString();
        return URI.create(base.endsWith("/") ? base : base + '/').resolve(address);
    }

    /// Whether the preview may go there: nowhere but to pages of the same site, and away from all of them.
    boolean allows(String location) {
        if (location.isEmpty() || location.equals("about:blank")) {
            return true;
        }
        try {
            var target = URI.create(location);
            return String.valueOf(address.getScheme()).equalsIgnoreCase(target.getScheme())
                    && String.valueOf(address.getRawAuthority()).equalsIgnoreCase(target.getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
