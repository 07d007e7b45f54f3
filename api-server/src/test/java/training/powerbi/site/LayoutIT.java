package training.powerbi.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;

/// Every state of the site with the longest texts that there can be, on each screen and in both themes: nothing sticks
/// out, is cut, covered, too pale to read or too small to hit. What is looked at stands in `site/layout.js`.
class LayoutIT {
    @RegisterExtension
    static final Browsers BROWSERS = new Browsers();

    private static final int[] WIDTHS = {320, 360, 768, 1366, 1920};
    private static final String LONG_WORDS = "Modelling relationships, measures and calculation groups "
            .repeat(4)
            .substring(0, 200)
            .trim();
    private static final String LONG_WORD =
            "Donaudampfschifffahrtsgesellschaft".repeat(6).substring(0, 200);
    private static final String LONG_TEXT = "What is taught on this day, in many words. "
            .repeat(60)
            .substring(0, 2000)
            .trim();
    private static final String SHOW = """
            theme => {
              document.documentElement.dataset.theme = theme;
              return new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)));
            }""";
    private static final String STILL =
            "() => document.getAnimations().every(one => one.playState !== 'running' || one.effect.getTiming().iterations > 1)";

    @TempDir
    private static Path data;

    private static Classroom classroom;
    private static String look;

    private final List<String> flaws = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        look = new ClassPathResource("site/layout.js").getContentAsString(StandardCharsets.UTF_8);
        classroom = new Classroom(data);
        describe(2, LONG_WORDS, LONG_TEXT);
        describe(3, LONG_WORD, LONG_WORD.repeat(10));
        describe(9, LONG_WORD, LONG_TEXT);
        classroom.trainer("scheduleDays(startDate: \"2030-01-07\", time: \"18:30\") { dayNumber }");
        for (int day = 1; day <= 3; day++) {
            classroom.unlock(day);
        }
        var now = Clock.systemUTC().instant();
        classroom.trainer("openDayAt(dayNumber: 9, opensAt: \"%s\") { dayNumber }".formatted(now.plusSeconds(100_000)));
        classroom.trainer("openDayAt(dayNumber: 11, opensAt: \"2030-01-21T16:00:00Z\") { dayNumber }");
        classroom.trainer("scheduleDay(dayNumber: 2, scheduledAt: \"%s\") { dayNumber }".formatted(now));
        classroom.trainer("setSession(dayNumber: 2, joinUrl: \"https://meet.example.com/2\", sessionMinutes: 480)"
                + " { dayNumber }");
        for (var title : List.of("Morning", LONG_WORDS, LONG_WORD)) {
            classroom.record(2, title, Film.ADDRESS, Film.SECONDS);
        }
        classroom.record(3, LONG_WORD, Film.ADDRESS, Film.SECONDS);
        classroom.unlock(5);
        for (int part = 1; part <= 10; part++) {
            classroom.record(5, part % 2 == 0 ? LONG_WORDS : "Part " + part, Film.ADDRESS, Film.SECONDS);
        }
        classroom.trainer("updateDay(dayNumber: 3, input: { presentationUrl: \"https://slides.example.com/deck.pptx\""
                + " resourcesUrl: \"https://files.example.com/1\" }) { dayNumber }");
    }

    @AfterAll
    static void stop() {
        classroom.close();
    }

    private static void describe(int day, String title, String description) {
        classroom.trainer("updateDay(dayNumber: %d, input: { title: \"%s\", description: \"%s\" }) { dayNumber }"
                .formatted(day, title, description));
    }

    @Test
    void nothingSticksOutIsCutCoveredPaleOrTiny() {
        var site = BROWSERS.visitor(
                        classroom.portal().address(),
                        wishes -> wishes.setColorScheme(ColorScheme.DARK).setTimezoneId("America/New_York"))
                .expect("Failed to load resource|status of 40[0-9]|WebSocket connection");
        site.newsStays();
        Film.playsIn(site.page().context());
        at(site, "landing", "/#/", ".outline > li >> nth=11");
        at(site, "missing", "/#/nothing", "h1");
        at(site, "not-found", "/nothing", "h1");
        at(site, "register", "/#/register", "form");
        site.button("Create account").click();
        at(site, "register refused", null, "[aria-invalid=true]");
        at(site, "reset", "/#/reset", "form");
        site.open("/#/sign-in");
        site.signIn("nobody", "");
        at(site, "sign-in", null, "[aria-invalid=true]");

        var student = classroom.student();
        classroom.trainer("grantAccess(userId: \"%s\", dayNumber: 12, isOpen: false, reason: \"later\","
                        .formatted(student.userId())
                + " expiresAt: \"2030-01-22T16:00:00Z\") { overrideId }");
        Classroom.signIn(site, student);
        site.button("Add to calendar").click();
        site.button("Make a new address…").click();
        assertThat(site.page().locator(".session-now")).isVisible();
        at(site, "course", null, ".cards > li >> nth=11");
        at(site, "day", "/#/day/2", ".player-controls");
        at(site, "day of one word", "/#/day/3", ".player-controls");
        at(site, "day of many recordings", "/#/day/5", ".recordings.many");
        at(site, "day that opens", "/#/day/9", ".opens-in");
        at(site, "day held back", "/#/day/12", ".locked-panel time");
        at(site, "me", "/#/me", ".me-grid");
        site.open("/#/day/1");
        site.button("Open slides").click();
        at(site, "slides", null, "#deck");
        site.open("/#/day/2");
        assertThat(site.page().locator(".connection .pill")).hasCount(0);
        classroom.lock(3);
        classroom.unlock(3);
        classroom.record(2, LONG_WORDS, Film.ADDRESS, Film.SECONDS);
        at(site, "news", null, ".notice >> nth=0");
        site.open("/#/day/3");
        assertThat(site.page().locator(".player-controls")).isVisible();
        site.page().context().setOffline(true);
        at(site, "offline", null, ".pill.offline");
        at(site, "day not loaded", "/#/day/1", "main .failure");
        Assertions.assertThat(flaws).isEmpty();
    }

    /// A theme changes colours and nothing else that axe asks about.
    private static List<String> barriers(Page page, String theme) {
        return theme.equals("dark") ? Accessibility.violations(page) : Accessibility.pale(page);
    }

    /// Looks at a state, after an address where it has one.
    private void at(SitePage site, String state, @Nullable String address, String sign) {
        if (address != null) {
            site.open(address);
        }
        assertThat(site.page().locator(sign).first()).isVisible();
        for (int width : WIDTHS) {
            site.page().setViewportSize(width, width < 500 ? 640 : 800);
            for (var theme : List.of("dark", "light")) {
                site.page().evaluate(SHOW, theme);
                site.page().waitForFunction(STILL);
                if (site.page().evaluate(look) instanceof List<?> found) {
                    found.forEach(flaw -> flaws.add("%s at %d, %s: %s".formatted(state, width, theme, flaw)));
                }
                if (width == 360 || width == 1366) {
                    barriers(site.page(), theme)
                            .forEach(flaw -> flaws.add("%s at %d, %s: %s".formatted(state, width, theme, flaw)));
                }
            }
        }
        site.page().setViewportSize(1280, 800);
    }
}
