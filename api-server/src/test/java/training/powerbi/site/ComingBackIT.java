package training.powerbi.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Someone goes on where they were: in a film, on a page, with the keyboard, after a lost line.
class ComingBackIT {
    @RegisterExtension
    static final Browsers BROWSERS = new Browsers();

    private static final String BROKEN_LINE =
            "Failed to load resource|WebSocket connection|Failed to fetch dynamically";

    @TempDir
    private static Path data;

    private static Classroom classroom;

    @BeforeAll
    static void start() {
        classroom = new Classroom(data);
        classroom.unlock(1);
        classroom.record(1, "Morning", Film.ADDRESS, Film.SECONDS);
        classroom.record(1, "Afternoon", Film.ADDRESS, Film.SECONDS);
        classroom.unlock(2);
    }

    @AfterAll
    static void stop() {
        classroom.close();
    }

    private static SitePage student(int width, int height) {
        var site = BROWSERS.visitor(classroom.portal().address(), wishes -> wishes.setViewportSize(width, height))
                .expect(BROKEN_LINE);
        Film.playsIn(site.page().context());
        Classroom.signIn(site, classroom.student());
        return site;
    }

    private static void awaitThat(SitePage site, String condition) {
        site.page().waitForFunction("() => " + condition);
    }

    private static boolean holds(SitePage site, String condition) {
        return Boolean.TRUE.equals(site.page().evaluate("() => " + condition));
    }

    /// Once with a page's code in the bundle, once in files that cannot be had without a line.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDayThatIsOpenedWithoutALineSaysSoInItsPlaceAndComesByItself(boolean bundled) {
        var site = BROWSERS.visitor(classroom.portal().address(), _ -> {}).expect(BROKEN_LINE);
        if (!bundled) {
            site.fromSources();
            site.page().route("**/views/day.js*", Route::abort);
        }
        Classroom.signIn(site, classroom.student());
        assertThat(site.page().locator(".connection .pill")).hasCount(0);
        site.page().context().setOffline(true);
        for (int turn = 0; turn < 2; turn++) {
            site.open("/#/course");
            site.open("/#/day/2");
            assertThat(site.page().locator("main .failure")).hasCount(1);
        }
        assertThat(site.page().locator("main .failure")).containsText("You are offline");
        assertThat(site.page().locator("body > :not(#app):not(noscript)")).hasCount(0);
        assertThat(site.page().locator(".top")).isVisible();

        site.page().unroute("**/views/day.js*");
        site.page().context().setOffline(false);
        assertThat(site.page().locator(".no-recording")).isVisible();
        assertThat(site.page().locator(".failure")).hasCount(0);
    }

    @Test
    void goingBackLeadsToThePlaceOneLeft() {
        var site = student(1280, 600);
        site.page().evaluate("() => scrollTo(0, 420)");
        awaitThat(site, "scrollY === 420");
        site.page().evaluate("() => document.querySelectorAll('.card h3 a')[4].click()");
        assertThat(site.heading("This day is locked")).isVisible();
        awaitThat(site, "scrollY === 0");
        site.page().goBack();
        awaitThat(site, "document.querySelectorAll('.card').length === 12 && scrollY === 420");
        site.page().reload();
        awaitThat(site, "document.querySelectorAll('.card').length === 12 && scrollY === 420");
        site.page().goForward();
        awaitThat(site, "document.querySelector('.locked-panel') && scrollY === 0");
        site.page().locator(".back a").click();
        awaitThat(site, "document.querySelectorAll('.card').length === 12");
    }

    @Test
    void continueGoesOnAtThatSecondInViewAndTheKeysWork() {
        var site = student(360, 640);
        site.open("/#/day/1");
        assertThat(site.page().locator(".recordings li").first()).containsText("Morning");
        assertThat(site.page().locator("#recording-title")).hasText("Morning");
        site.button("Play").click();
        awaitThat(site, "document.querySelector('video').currentTime > 1");
        site.page().evaluate("() => { document.querySelector('video').currentTime = 30; }");
        awaitThat(site, "document.querySelector('video').currentTime > 31");
        site.button("Pause").click();
        var place = Film.place(site);
        assertThat(site.page().locator(".recordings li").first()).containsText(place);

        site.open("/#/course");
        site.page().getByText("Continue day 1 at " + place).click();
        awaitThat(site, "document.querySelector('video')?.currentTime > 31 && !document.querySelector('video').paused");
        awaitThat(
                site,
                "(({ top, bottom }) => top >= 0 && bottom <= innerHeight)"
                        + "(document.querySelector('.player-frame').getBoundingClientRect())");
        assertThat(site.button("Pause")).isFocused();

        site.page().keyboard().press("f");
        awaitThat(site, "document.fullscreenElement?.className === 'player-frame'");
        awaitThat(site, "document.activeElement === document.fullscreenElement");
        site.page().keyboard().press("k");
        awaitThat(site, "document.querySelector('video').paused");
        site.page().keyboard().press("f");
        awaitThat(site, "document.fullscreenElement === null");
        assertThat(site.button("Play")).isFocused();

        site.page().evaluate("() => { document.querySelector('video').currentTime = 59; }");
        site.page().keyboard().press("k");
        site.button("Next: Afternoon").click();
        assertThat(site.page().locator("#recording-title")).hasText("Afternoon");
        awaitThat(site, "document.querySelector('video')?.currentTime > 0.5");
        assertThat(site.page().locator(".recordings li").first()).containsText("Watched to the end");
    }

    @Test
    void aLockThatTakesWhatHadTheFocusLeavesItBesideIt() {
        classroom.unlock(3);
        classroom.record(3, "Session three", Film.ADDRESS, Film.SECONDS);
        var site = student(1280, 800);
        site.open("/#/day/3");
        site.button("Play").focus();
        assertThat(site.page().locator(".connection .pill")).hasCount(0);
        classroom.lock(3);
        assertThat(site.heading("This day is locked")).isFocused();
    }

    @Test
    void slidesFillTheScreenOrTheWindowAndGiveTheFocusBack() {
        var site = student(360, 640);
        site.open("/#/day/1");
        site.button("Open slides").click();
        var deck = site.page().locator("#deck");
        var frame = deck.locator("iframe");
        assertThat(frame).isVisible();
        org.assertj.core.api.Assertions.assertThat(frame.boundingBox().height).isGreaterThan(400);
        var enlarge = deck.getByText("Full screen");
        enlarge.click();
        awaitThat(site, "document.fullscreenElement?.localName === 'iframe'");
        awaitThat(site, "document.activeElement.localName === 'iframe'");
        site.page().evaluate("() => document.exitFullscreen()");
        assertThat(enlarge).isFocused();

        site.page().evaluate("() => { Element.prototype.requestFullscreen = undefined; }");
        enlarge.click();
        assertThat(deck).hasClass(Pattern.compile("large"));
        var box = frame.boundingBox();
        org.assertj.core.api.Assertions.assertThat(box.width).isGreaterThan(330);
        org.assertj.core.api.Assertions.assertThat(box.height).isGreaterThan(550);
        site.page().screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/slides-window.png")));
        site.button("Back to the page").click();
        assertThat(enlarge).isFocused();
        enlarge.click();
        assertThat(deck).hasClass(Pattern.compile("large"));
        site.page().goBack();
        assertThat(deck).not().hasClass(Pattern.compile("large"));
        assertThat(frame).isVisible();
        deck.getByText("Close slides").click();
        assertThat(site.button("Open slides")).isFocused();
        org.assertj.core.api.Assertions.assertThat(holds(site, "document.querySelector('#deck') === null"))
                .isTrue();
    }

    @Test
    void aRecordingElsewhereIsALinkFromTheFirstMoment() {
        classroom.unlock(4);
        classroom.record(4, "On YouTube", "https://youtu.be/abcdefghijk", 600);
        var site = student(1280, 800);
        site.page().context().route("https://www.youtube-nocookie.com/**", Route::abort);
        site.open("/#/day/4");
        assertThat(site.page().locator(".recording-title a"))
                .hasAttribute("href", Pattern.compile("^https://(www\\.)?youtu.*abcdefghijk"));
    }

    @Test
    void theLandingPageFollowsAnUnlockByItself() {
        classroom.lock(9);
        var site = BROWSERS.visit(classroom.portal());
        assertThat(site.page().locator(".outline > li")).hasCount(12);
        classroom.unlock(9);
        // As when the line comes back; a unit test lets the quarter of a minute pass.
        site.page().evaluate("() => dispatchEvent(new Event('online'))");
        assertThat(site.page().locator(".outline > li").nth(8)).containsText("Open");
    }

    @Test
    void aDayOfManyRecordingsHasItsSlidesNearAndTheOneThatIsShownInView() {
        classroom.unlock(7);
        for (int part = 1; part <= 12; part++) {
            classroom.record(7, "Part " + part, Film.ADDRESS, Film.SECONDS);
        }
        var site = student(360, 640);
        site.open("/#/day/7");
        assertThat(site.page().locator(".recordings li")).hasCount(12);
        awaitThat(
                site,
                "document.querySelector('#slides-title').getBoundingClientRect().top"
                        + " - document.querySelector('.list-title').getBoundingClientRect().bottom < innerHeight");

        var parts = site.page().locator(".recordings button");
        parts.last().click();
        assertThat(site.page().locator("#recording-title")).hasText("Part 12");
        parts.first().click();
        assertThat(site.page().locator("#recording-title")).hasText("Part 1");
        awaitThat(
                site,
                "(({ top, bottom }, list) => top >= list.top && bottom <= list.bottom)"
                        + "(document.querySelector('.recordings [aria-current=true]').getBoundingClientRect(),"
                        + " document.querySelector('.recordings').getBoundingClientRect())");
    }

    @Test
    void aDayThatOpensAgainShowsItsFilmToWhomeverItWasTakenFrom() {
        classroom.unlock(6);
        classroom.record(6, "Session six", Film.ADDRESS, Film.SECONDS);
        var site = student(360, 640);
        site.open("/#/day/6");
        site.button("Play").click();
        assertThat(site.page().locator(".connection .pill")).hasCount(0);
        classroom.lock(6);
        assertThat(site.heading("This day is locked")).isFocused();
        classroom.unlock(6);
        assertThat(site.page().locator("video")).isVisible();
        awaitThat(
                site,
                "(({ top, bottom }) => top >= 0 && bottom <= innerHeight)"
                        + "(document.querySelector('.player-frame').getBoundingClientRect())");
    }
}
