package training.powerbi.site.player;

import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/// Another site's player, played by a page of ours under that site's address. Time is the test's: a step moves the
/// page's clock and the film alike.
final class StandIn {
    private final PlayerStage stage;
    private final String origin;
    private boolean deaf;

    private StandIn(PlayerStage stage, String origin) {
        this.stage = stage;
        this.origin = origin;
    }

    static StandIn youTube(PlayerStage stage) {
        return at(stage, "https://www.youtube-nocookie.com", "youtube.html");
    }

    static StandIn vimeo(PlayerStage stage) {
        return at(stage, "https://player.vimeo.com", "vimeo.html");
    }

    private static StandIn at(PlayerStage stage, String origin, String file) {
        var text = text(file);
        var standIn = new StandIn(stage, origin);
        stage.page().clock().install(new Clock.InstallOptions().setTime("2026-01-05T10:00:00Z"));
        stage.page().clock().pauseAt("2026-01-05T10:00:01Z");
        stage.page()
                .route(
                        origin + "/**",
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("text/html; charset=utf-8")
                                .setBody(standIn.deaf ? text.replace("deaf: false", "deaf: true") : text)));
        return standIn;
    }

    private static String text(String file) {
        try {
            return new ClassPathResource("site/stand-ins/" + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Opens the player with this recording and waits until the two have shaken hands.
    StandIn mount(Map<String, ?> recording, int resumeAt) {
        stage.open();
        stage.mount(recording, resumeAt);
        untilItHeard("addEventListener");
        return this;
    }

    /// The same with a player that does not answer.
    void mountDeaf(Map<String, ?> recording) {
        deaf = true;
        stage.open();
        stage.mount(recording, 0);
        stage.page().waitForCondition(() -> stage.page().locator("iframe").count() == 1);
    }

    void hear() {
        frame().evaluate("() => { film.deaf = false; }");
    }

    Frame frame() {
        return stage.page().frames().stream()
                .filter(frame -> frame.url().startsWith(origin))
                .findFirst()
                .orElseThrow();
    }

    /// Calls a function of the stand-in, and returns when the page has worked on what it said.
    void tell(String call) {
        frame().evaluate("() => { film." + call + "; }");
        stage.page().waitForCondition(() -> sent() == seen());
    }

    private double sent() {
        return ((Number) frame().evaluate("() => film.sent")).doubleValue();
    }

    private double seen() {
        return ((Number) stage.page().evaluate("() => messages")).doubleValue();
    }

    /// Lets the film run, second by second.
    void run(int seconds) {
        for (int second = 0; second < seconds; second++) {
            stage.page().clock().runFor(1_000);
            tell("run(1)");
        }
    }

    /// Waits until the stand-in has been sent a message that contains the word.
    void untilItHeard(String word) {
        stage.page().waitForCondition(() -> {
            stage.page().clock().runFor(100);
            return stage.page().frames().size() > 1 && heard().contains(word) && sent() == seen();
        });
    }

    String heard() {
        return (String) frame().evaluate("() => globalThis.film ? JSON.stringify(film.heard) : ''");
    }

    String address() {
        return (String) stage.page().evaluate("() => document.querySelector('iframe').src");
    }

    /// Every second counted by the reports so far.
    List<Integer> seconds() {
        return List.copyOf(Report.secondsOf(stage.server().reports()));
    }
}
