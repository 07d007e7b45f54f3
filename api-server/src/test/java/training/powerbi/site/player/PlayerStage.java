package training.powerbi.site.player;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import training.powerbi.site.Browsers;
import training.powerbi.site.SitePage;

/// A page with nothing but a player in it, new for each test, and the server behind it.
final class PlayerStage implements ExecutionCondition, BeforeAllCallback, BeforeEachCallback, AfterEachCallback {
    static final int FILM_SECONDS = 60;
    private static final byte[] FILM = ShortFilm.of(FILM_SECONDS);

    private final Browsers browsers = new Browsers();
    private @Nullable SitePage site;
    private @Nullable PlayerServer server;
    private @Nullable FilmStore films;

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return browsers.evaluateExecutionCondition(context);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        browsers.beforeAll(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        films = new FilmStore(FILM);
        server = new PlayerServer(films);
        // Nothing has to be scrolled: a click right after that may still land in the frame that was there.
        site = browsers.visitor(server.address(), wishes -> wishes.setViewportSize(1280, 1400));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        try {
            browsers.afterEach(context);
        } finally {
            server().close();
        }
    }

    Page page() {
        return site().page();
    }

    SitePage site() {
        return Objects.requireNonNull(site);
    }

    PlayerServer server() {
        return Objects.requireNonNull(server);
    }

    FilmStore films() {
        return Objects.requireNonNull(films);
    }

    /// The page without a player yet.
    Page open() {
        page().navigate("/test/player.html");
        page().waitForSelector("html[data-loaded]");
        return page();
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

    /// Does something in the page, and answers with the second of the film it was done at.
    int second(String action) {
        return ((Number) page().evaluate("() => { const film = document.querySelector('video');"
                        + " const at = film.currentTime; " + action + "; return at; }"))
                .intValue();
    }

    /// Waits until the line below the film has said so, though it may be gone again: some sentences pass.
    void said(String sentence) {
        page().waitForFunction("sentence => said.includes(sentence)", sentence);
    }

    void awaitReports(int count) {
        page().waitForCondition(() -> server().reports().size() >= count);
    }

    void awaitReportAt(int positionSeconds) {
        page().waitForCondition(() ->
                server().reports().stream().anyMatch(report -> report.positionSeconds() == positionSeconds));
    }

    Report lastReport() {
        return server().reports().getLast();
    }
}
