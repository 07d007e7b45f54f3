package training.powerbi.site;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/// The machine's own Chromium, started once for all test classes of this process.
final class Chromium implements AutoCloseable {
    static final String NONE =
            "skipped: no Chromium found; install it with `apt-get install chromium fonts-dejavu-core`,"
                    + " or say in the environment variable CHROMIUM where it is";
    /// Long enough for a slow machine with much else to do; who waits in vain is a fault either way.
    static final int PATIENCE_MILLIS = 90_000;
    private static final List<Path> WHOLE_ONES = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));
    private static final Path BARE_ONE = Path.of("/usr/bin/chromium-headless-shell");

    /// How much of the browser there is around its pages.
    enum Build {
        /// The pages alone: half the work for each of them. Where this is not installed, the whole one does as well.
        BARE,
        /// With all that comes along, such as the reader of PDF.
        WHOLE
    }

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Optional<Path> place(Build build) {
        var named = Stream.ofNullable(System.getenv("CHROMIUM")).map(Path::of);
        var bare = Stream.of(BARE_ONE).filter(_ -> build == Build.BARE);
        return Stream.of(named, bare, WHOLE_ONES.stream())
                .flatMap(places -> places)
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Chromium start(Build build) {
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var options = new BrowserType.LaunchOptions()
                .setExecutablePath(place(build).orElseThrow())
                .setArgs(List.of("--disable-gpu", "--autoplay-policy=no-user-gesture-required"));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        Awaitility.setDefaultTimeout(Duration.ofMillis(PATIENCE_MILLIS));
        return new Chromium(playwright, playwright.chromium().launch(options));
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
