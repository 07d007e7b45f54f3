package training.powerbi.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// News of the course with the longest titles that there can be, on a phone and on a desk.
class NoticesIT {
    @RegisterExtension
    static final Browsers BROWSERS = new Browsers();

    private static final String LONG_WORDS = "Modelling relationships, measures and calculation groups "
            .repeat(4)
            .substring(0, 200)
            .trim();
    private static final String LONG_WORD =
            "Donaudampfschifffahrtsgesellschaft".repeat(6).substring(0, 200);

    /// What is cut off or out of reach, in words.
    private static final String FLAWS = """
            () => {
              const flaws = [];
              if (document.documentElement.scrollWidth > innerWidth) flaws.push('the page scrolls sideways');
              for (const one of document.querySelectorAll('.notice')) {
                const name = one.textContent.trim().slice(0, 30);
                const { left, right, top, bottom } = one.getBoundingClientRect();
                if (left < 0 || right > innerWidth || top < 0 || bottom > innerHeight) flaws.push(name + ' sticks out');
                const text = one.querySelector('p');
                if (text.scrollWidth > text.clientWidth) flaws.push(name + ' is cut at its side');
                const line = parseFloat(getComputedStyle(text).lineHeight);
                const part = text.clientHeight / line;
                if (Math.abs(part - Math.round(part)) > 0.1) flaws.push(name + ' is cut in the middle of a line');
                const button = one.querySelector('button').getBoundingClientRect();
                if (button.width < 44 || button.height < 44) flaws.push(name + ' is hard to dismiss');
                const mark = one.querySelector('.icon').getBoundingClientRect();
                if (mark.width < 16 || mark.right > text.getBoundingClientRect().left) flaws.push(name + ' has a squeezed mark');
              }
              return flaws;
            }
            """;

    /// Twelve seconds are a moment here, and the page is in another tab while the test says so.
    private static final String QUICK_AND_ELSEWHERE = """
            const soon = setTimeout;
            globalThis.passed = 0;
            globalThis.setTimeout = (work, millis, ...more) =>
              millis === 12000 ? soon(() => { work(); passed++; }, 50) : soon(work, millis, ...more);
            Object.defineProperty(document, 'hidden', { get: () => globalThis.elsewhere === true });
            """;

    @TempDir
    private static Path data;

    private static Classroom classroom;

    @BeforeAll
    static void start() {
        classroom = new Classroom(data);
        entitle(1, LONG_WORDS);
        entitle(2, LONG_WORD);
    }

    @AfterAll
    static void stop() {
        classroom.close();
    }

    private static void entitle(int day, String title) {
        classroom.trainer("updateDay(dayNumber: %d, input: { title: \"%s\" }) { dayNumber }".formatted(day, title));
    }

    @ParameterizedTest
    @CsvSource({"360, 640, DARK", "360, 640, LIGHT", "1280, 800, DARK", "1280, 800, LIGHT"})
    void theLongestNewsFitsAndCanBeDismissed(int width, int height, ColorScheme scheme) {
        List.of(1, 2).forEach(classroom::lock);
        classroom.unlock(3);
        var site = BROWSERS.visitor(
                        classroom.portal().address(),
                        wishes -> wishes.setViewportSize(width, height).setColorScheme(scheme))
                .newsStays();
        Classroom.signIn(site, classroom.student());
        var news = site.page().locator(".notice");
        assertThat(site.page().locator(".connection .pill")).hasCount(0);
        classroom.unlock(1);
        assertThat(news).hasCount(1);
        classroom.unlock(2);
        assertThat(news).hasCount(2);
        classroom.record(3, LONG_WORDS, Film.ADDRESS, Film.SECONDS);
        assertThat(news).hasCount(3);
        classroom.lock(3);
        assertThat(news).hasCount(4);
        assertThat(site.page().getByText("Day 3 was locked for now. Your progress is kept."))
                .isVisible();

        assertThat(news.first()).containsText("Day 3 was locked");
        if (width < 640) {
            // A phone shows the newest; the others are a touch away.
            assertThat(news.first()).isVisible();
            assertThat(news.nth(1)).isHidden();
            site.button("3 more").click();
        }
        assertThat(news.nth(3)).isVisible();
        assertThat(news.nth(1)).containsText("New recording for day 3: " + LONG_WORDS);

        site.page().waitForFunction("() => document.getAnimations().every(one => one.playState === 'finished')");
        var name = "notices-%d-%s.png".formatted(width, scheme.name().toLowerCase(Locale.ROOT));
        site.page().screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name)));
        assertThat(Accessibility.violations(site.page())).isEmpty();
        assertThat((List<?>) site.page().evaluate(FLAWS)).isEmpty();

        site.button("Dismiss").last().focus();
        for (int left = 3; left >= 0; left--) {
            site.button("Dismiss").last().click();
            assertThat(news).hasCount(left);
        }
    }

    @Test
    void whereAFilmLeavesNewsNoRoomASignTellsOfItAndBringsIt() {
        classroom.lock(4);
        classroom.unlock(5);
        classroom.record(5, "Session five", Film.ADDRESS, Film.SECONDS);
        var site = BROWSERS.visitor(classroom.portal().address(), wishes -> wishes.setViewportSize(640, 360))
                .newsStays();
        Film.playsIn(site.page().context());
        Classroom.signIn(site, classroom.student());
        site.open("/#/day/5");
        assertThat(site.page().locator("video")).isVisible();
        assertThat(site.page().locator(".connection .pill")).hasCount(0);
        site.page().evaluate("() => document.querySelector('.player-frame').scrollIntoView({ block: 'end' })");

        classroom.unlock(4);
        var sign = site.page().locator(".news-sign");
        assertThat(sign).isVisible();
        assertThat(sign).hasAttribute("aria-label", "1 piece of news from your course");
        var news = site.page().locator(".notices");
        assertThat(news).hasAttribute("data-place", "aside");
        assertThat(site.page().locator(".top .news-sign")).hasCount(1);
        assertThat(Accessibility.violations(site.page())).isEmpty();
        site.page()
                .screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "notices-film.png")));

        // A test's pointer would scroll what stands still at the top, and the film with it.
        sign.dispatchEvent("click");
        assertThat(news).hasAttribute("data-place", "top");
        assertThat(sign).hasAttribute("aria-expanded", "true");
        sign.dispatchEvent("click");
        assertThat(news).hasAttribute("data-place", "aside");
        site.page().evaluate("() => scrollTo(0, document.body.scrollHeight)");
        assertThat(news).hasAttribute("data-place", "bottom");
        assertThat(sign).isHidden();
    }

    @Test
    void newsWaitsForWhoeverIsInAnotherTab() {
        classroom.lock(6);
        var site = BROWSERS.visitor(classroom.portal().address(), _ -> {});
        site.page().addInitScript(QUICK_AND_ELSEWHERE);
        Classroom.signIn(site, classroom.student());
        assertThat(site.page().locator(".connection .pill")).hasCount(0);
        site.page().evaluate("() => { globalThis.elsewhere = true; }");
        classroom.unlock(6);
        var news = site.page().locator(".notice");
        assertThat(news).hasCount(1);
        site.page().waitForFunction("() => passed > 2");
        assertThat(news).hasCount(1);

        site.page().evaluate("() => { globalThis.elsewhere = false; }");
        assertThat(news).hasCount(0);
    }
}
