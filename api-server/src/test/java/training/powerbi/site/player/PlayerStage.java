package training.powerbi.site.player;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A page with nothing but a player in it, new for each test, and the server behind it. Fails a test whose page
/// complained of something unexpected.
final class PlayerStage implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    static final int FILM_SECONDS = 60;
    private static final byte[] FILM = ShortFilm.of(FILM_SECONDS);

    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private @Nullable Playwright playwright;
    private @Nullable Browser browser;
    private @Nullable Page page;
    private @Nullable PlayerServer server;
    private @Nullable FilmStore films;

    @Override
    public void beforeAll(ExtensionContext context) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of("--disable-gpu", "--autoplay-policy=no-user-gesture-required")));
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        films = new FilmStore(FILM);
        server = new PlayerServer(films);
        page = Objects.requireNonNull(browser).newContext().newPage();
        page.setDefaultTimeout(20_000);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text() + " (" + message.location() + ")");
            }
        });
        page.onPageError(error -> complaints.add("uncaught: " + error));
        page.onDialog(dialog -> {
            complaints.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
    }

    @Override
    public void afterEach(ExtensionContext context) {
        var heard = List.copyOf(complaints);
        page().context().close();
        server().close();
        complaints.clear();
        if (context.getExecutionException().isEmpty()) {
            assertThat(heard).as("complaints of the page").isEmpty();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Objects.requireNonNull(browser).close();
        Objects.requireNonNull(playwright).close();
    }

    Page page() {
        return Objects.requireNonNull(page);
    }

    PlayerServer server() {
        return Objects.requireNonNull(server);
    }

    FilmStore films() {
        return Objects.requireNonNull(films);
    }

    /// The page without a player yet.
    Page open() {
        page().navigate(server().address() + "/test/player.html");
        page().waitForSelector("html[data-loaded]");
        return page();
    }

    /// Takes back complaints that contain the text: the browser itself reports each failed request.
    void forgive(String text) {
        complaints.removeIf(complaint -> complaint.contains(text));
    }

    void mount(Map<String, ?> recording, int resumeAt) {
        page().evaluate("([recording, resumeAt]) => mount(recording, resumeAt)", List.of(recording, resumeAt));
    }

    /// An uploaded film under that address.
    static Map<String, Object> upload(String streamUrl) {
        return recording("UPLOAD", Map.of("streamUrl", streamUrl, "videoUrl", "https://portal.example/#/day/1"));
    }

    static Map<String, Object> recording(String platform, Map<String, ?> more) {
        var recording = new HashMap<String, Object>(Map.of(
                "recordingId", "rec-1", "title", "Session 1", "platform", platform, "durationSeconds", FILM_SECONDS));
        recording.putAll(more);
        return recording;
    }

    Locator button(String name) {
        return page().getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    Locator status() {
        return page().getByRole(AriaRole.STATUS);
    }

    /// A property of the film element.
    double film(String property) {
        return ((Number) page().evaluate("name => Number(document.querySelector('video')[name])", property))
                .doubleValue();
    }

    void awaitFilm(String condition) {
        page().waitForFunction("() => { const film = document.querySelector('video'); return " + condition + "; }");
    }

    void awaitReports(int count) {
        page().waitForCondition(() -> server().reports().size() >= count);
    }

    Report lastReport() {
        return server().reports().getLast();
    }
}
