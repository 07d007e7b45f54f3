package training.powerbi.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Networks as they are: lost, blocked in part, and servers that go away for a while.
class ConnectionIT {
    @RegisterExtension
    static final Browsers BROWSERS = new Browsers();

    private static final String BROKEN_LINE = "Failed to load resource|WebSocket connection";
    private static final Pattern SOCKET = Pattern.compile("^ws");

    @TempDir
    private static Path data;

    private static Classroom classroom;

    @BeforeAll
    static void start() {
        classroom = new Classroom(data);
    }

    @AfterAll
    static void stop() {
        classroom.close();
    }

    @BeforeEach
    void lockEverything() {
        for (int day = 1; day <= 4; day++) {
            classroom.lock(day);
        }
    }

    private static SitePage visitor() {
        return BROWSERS.visitor(classroom.portal().address(), _ -> {}).expect(BROKEN_LINE);
    }

    private static Locator state(SitePage site) {
        return site.page().locator(".connection .pill");
    }

    @Test
    void whatHappenedWhileTheLineWasDownIsThereWhenItIsBack() {
        var site = visitor();
        Classroom.signIn(site, classroom.student());
        site.page().context().setOffline(true);
        assertThat(state(site)).hasText("You are offline");
        classroom.unlock(1);
        assertThat(site.card(1)).containsText("Locked");

        site.page().context().setOffline(false);
        assertThat(site.card(1)).not().containsText("Locked");
        assertThat(state(site)).hasCount(0);
        classroom.unlock(2);
        assertThat(site.card(2)).not().containsText("Locked");
    }

    @Test
    void aLineWhoseCodeDidNotArriveIsOpenedOnceItDoes() {
        // In the bundle the line comes with the page.
        var site = visitor().fromSources();
        site.page().route("**/live/line.js*", Route::abort);
        Classroom.signIn(site, classroom.student());
        assertThat(state(site)).hasText("Reconnecting…");

        site.page().unroute("**/live/line.js*");
        assertThat(state(site)).hasCount(0);
        classroom.unlock(1);
        assertThat(site.card(1)).not().containsText("Locked");
    }

    @Test
    void aServerThatComesBackFindsTheStudentWaiting() {
        classroom.unlock(1);
        classroom.record(1, "Session one", Film.ADDRESS, Film.SECONDS);
        var student = classroom.student();
        var site = visitor();
        Film.playsIn(site.page().context());
        Classroom.signIn(site, student);
        site.open("/#/day/1");
        site.button("Play").click();
        site.page().waitForFunction("() => document.querySelector('video').currentTime > 2");

        classroom.close();
        assertThat(state(site)).hasText("Reconnecting…");
        site.button("Pause").click();
        assertThat(site.page().getByText("Your progress is kept here and sent later."))
                .isVisible();

        classroom.open();
        assertThat(state(site)).hasCount(0);
        site.button("Play").click();
        Awaitility.await().until(() -> {
            site.page().waitForTimeout(100);
            return classroom.completion(student.userId(), 1) > 0;
        });
    }

    @Test
    void onesPlaceIsKeptOverAReloadThoughThePortalCouldNotBeToldOfIt() {
        classroom.unlock(1);
        classroom.record(1, "Session one", Film.ADDRESS, Film.SECONDS);
        var site = visitor();
        Film.playsIn(site.page().context());
        Classroom.signIn(site, classroom.student());
        site.open("/#/day/1");
        site.button("Play").click();
        site.page().waitForFunction("() => document.querySelector('video').currentTime > 1");
        site.page().route("**/graphql", route -> {
            if (Objects.requireNonNullElse(route.request().postData(), "").contains("mutation RecordPlayback")) {
                route.abort();
            } else {
                route.resume();
            }
        });
        site.button("Forward 10 s").click();
        site.button("Forward 10 s").click();
        site.button("Pause").click();
        assertThat(site.page().getByText("Your progress is kept here and sent later."))
                .isVisible();
        var place = Film.place(site);

        site.page().reload();
        assertThat(site.page().getByText("You stopped at " + place)).isVisible();
        site.open("/#/course");
        assertThat(site.page().locator(".go-on a")).hasText("Continue day 1 at " + place);
    }

    @Test
    void eventStreamsCarryTheNewsWhereSocketsAreBlocked() {
        var site = visitor();
        blockSockets(site);
        site.page().waitForResponse(ConnectionIT::isStream, () -> Classroom.signIn(site, classroom.student()));
        assertThat(state(site)).hasCount(0);
        classroom.unlock(3);
        assertThat(site.card(3)).not().containsText("Locked");
    }

    /// As on the smallest plan of a platform, which has five sockets for everybody.
    @Test
    void aFrontEndWithoutRoomForSocketsKeepsNoNewsBack() throws IOException {
        try (var front = new FrontEnd(classroom.portal().address())) {
            var site = BROWSERS.visitor(front.address(), _ -> {}).expect(BROKEN_LINE);
            site.page().waitForResponse(ConnectionIT::isStream, () -> Classroom.signIn(site, classroom.student()));
            assertThat(state(site)).hasCount(0);
            classroom.unlock(2);
            assertThat(site.card(2)).not().containsText("Locked");
        }
    }

    @Test
    void askingAgainBringsTheNewsWhereNothingElsePasses() {
        var site = visitor();
        site.page().clock().install();
        blockSockets(site);
        site.page().context().route("**/graphql", ConnectionIT::noStreams);
        var underWay = requestsUnderWay(site);
        Classroom.signIn(site, classroom.student());
        untilTheClockBrings(site, underWay, state(site).and(site.text("Checking every 15 seconds")));
        classroom.unlock(4);
        untilTheClockBrings(site, underWay, site.card(4).getByText("Open"));
    }

    /// Puts the page's clock forward until its timers have done what they are for, but not while an answer is under
    /// way: the page would lose its patience with a server that has had none of that time.
    private static void untilTheClockBrings(SitePage site, AtomicInteger underWay, Locator shown) {
        site.page().waitForCondition(() -> {
            if (underWay.get() == 0) {
                site.page().clock().runFor(2_000);
            }
            return shown.count() > 0;
        });
        assertThat(shown).isVisible();
    }

    private static AtomicInteger requestsUnderWay(SitePage site) {
        var underWay = new AtomicInteger();
        site.page().onRequest(_ -> underWay.incrementAndGet());
        site.page().onRequestFinished(_ -> underWay.decrementAndGet());
        site.page().onRequestFailed(_ -> underWay.decrementAndGet());
        return underWay;
    }

    private static void blockSockets(SitePage site) {
        site.page().context().routeWebSocket(SOCKET, socket -> socket.close());
    }

    private static boolean isStream(Response answer) {
        return answer.headers().getOrDefault("content-type", "").startsWith("text/event-stream");
    }

    private static void noStreams(Route route) {
        if (route.request().headers().getOrDefault("accept", "").contains("event-stream")) {
            route.abort();
        } else {
            route.resume();
        }
    }

    /// The first picture of someone whose line brings the page's code late.
    @Test
    void beforeTheCodeIsHereSomethingIsSeenToCome() {
        var site = BROWSERS.visitor(classroom.portal().address(), wishes -> wishes.setViewportSize(360, 640))
                .expect(BROKEN_LINE);
        site.page().route(Pattern.compile("\\.js"), Route::abort);
        site.open("/");
        assertThat(site.page().locator(".top .mark")).isVisible();
        assertThat(site.page().locator(".skeleton")).hasCount(3);
        assertThat(site.page().locator(".skeleton").first()).isVisible();
    }
}
