package training.powerbi.site;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Route;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import training.powerbi.site.player.ShortFilm;

/// A film of a minute at an address elsewhere, delivered as a web server would.
final class Film {
    static final String ADDRESS = "https://media.example.com/session.mp4";
    static final int SECONDS = 60;
    private static final byte[] BYTES = ShortFilm.of(SECONDS);
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");

    private Film() {}

    /// Lets a browser find the film at [#ADDRESS].
    static void playsIn(BrowserContext context) {
        context.route(ADDRESS, Film::deliver);
    }

    /// The place of a film that stands, as the site writes it: however long a test took to stop it.
    static String place(SitePage site) {
        var seconds = site.page().evaluate("() => Math.floor(document.querySelector('video').currentTime)");
        return "%d:%02d".formatted((int) seconds / 60, (int) seconds % 60);
    }

    private static void deliver(Route route) {
        int from = 0;
        int to = BYTES.length;
        var asked = RANGE.matcher(route.request().headers().getOrDefault("range", ""));
        if (asked.matches()) {
            from = Integer.parseInt(asked.group(1));
            to = asked.group(2).isEmpty() ? to : Math.min(to, Integer.parseInt(asked.group(2)) + 1);
        }
        route.fulfill(new Route.FulfillOptions()
                .setStatus(206)
                .setHeaders(Map.of(
                        "Content-Type", "video/mp4",
                        "Accept-Ranges", "bytes",
                        "Content-Range", "bytes %d-%d/%d".formatted(from, to - 1, BYTES.length)))
                .setBodyBytes(Arrays.copyOfRange(BYTES, from, to)));
    }
}
