package training.powerbi.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import training.powerbi.server.acceptance.PortalHttp;
import training.powerbi.site.Classroom.Student;

/// Every page in both themes: for everyone's eyes, on every screen. Leaves pictures in `target/screenshots`.
class AppearanceIT {
    @RegisterExtension
    static final Browsers BROWSERS = new Browsers();

    private static final int KILOBYTE = 1_000;
    private static final int BUDGET = 120 * KILOBYTE;
    private static final int[] WIDTHS = {320, 360, 480, 768, 1024, 1280, 1920};

    /// Pages by the name of their picture; what shows that a page is complete comes after its address.
    private static final Map<String, String[]> FOR_ANYONE = new LinkedHashMap<>(Map.of(
            "landing", new String[] {"/#/", ".outline > li >> nth=11"},
            "sign-in", new String[] {"/#/sign-in", "form"},
            "register", new String[] {"/#/register", "form"},
            "missing", new String[] {"/#/nothing", "h1"}));
    private static final Map<String, String[]> FOR_STUDENTS = new LinkedHashMap<>(Map.of(
            "course", new String[] {"/#/course", ".cards > li >> nth=11"},
            "day", new String[] {"/#/day/1", ".player-resume"},
            "day-locked", new String[] {"/#/day/9", ".locked-panel"},
            "me", new String[] {"/#/me", ".progress-table"}));

    @TempDir
    private static Path data;

    private static Classroom classroom;
    private static Student student;

    @BeforeAll
    static void start() {
        classroom = new Classroom(data);
        for (int day = 1; day <= 3; day++) {
            classroom.unlock(day);
            classroom.record(day, "Recording of session " + day, Film.ADDRESS, Film.SECONDS);
        }
        classroom.trainer("""
                updateDay(dayNumber: 1, input: { presentationUrl: "https://slides.example.com/1"
                  resourcesUrl: "https://files.example.com/1" }) { dayNumber }""");
        student = classroom.student();
        var token = classroom.portal().login(student.email(), PortalHttp.STUDENT_PASSWORD);
        var recording = classroom
                .portal()
                .data(token, "{ trainingDay(dayNumber: 1) { recording { recordingId } } }")
                .at("/trainingDay/recording/recordingId")
                .asString();
        classroom.portal().data(token, """
                mutation { recordPlayback(input: { recordingId: "%s", positionSeconds: 41,
                  watched: [{ fromSeconds: 0, toSeconds: 41 }] }) { dayNumber } }""".formatted(recording));
    }

    @AfterAll
    static void stop() {
        classroom.close();
    }

    private static SitePage visitor(ColorScheme scheme) {
        var site = BROWSERS.visitor(classroom.portal().address(), options -> options.setColorScheme(scheme));
        Film.playsIn(site.page().context());
        return site;
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"DARK", "LIGHT"})
    void everyPageIsForEveryone(ColorScheme scheme) {
        var theme = scheme.name().toLowerCase(java.util.Locale.ROOT);
        var site = visitor(scheme);
        FOR_ANYONE.forEach((name, page) -> inspect(site, name + "-" + theme, page));
        Classroom.signIn(site, student);
        FOR_STUDENTS.forEach((name, page) -> inspect(site, name + "-" + theme, page));
        assertThat(site.page().locator("html")).hasAttribute("data-theme", theme);
    }

    private static void inspect(SitePage site, String name, String[] page) {
        show(site, page);
        assertThat(Accessibility.violations(site.page())).as(name).isEmpty();
        site.screenshot(name);
    }

    private static void show(SitePage site, String[] page) {
        site.open(page[0]);
        assertThat(site.page().locator(page[1])).isVisible();
    }

    @Test
    void noPageScrollsSideways() {
        var site = visitor(ColorScheme.DARK);
        FOR_ANYONE.forEach((name, page) -> fits(site, name, page));
        Classroom.signIn(site, student);
        FOR_STUDENTS.forEach((name, page) -> fits(site, name, page));
    }

    private static void fits(SitePage site, String name, String[] page) {
        show(site, page);
        for (int width : WIDTHS) {
            site.page().setViewportSize(width, 800);
            var over = site.page()
                    .evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertThat(over).as(name + " at " + width).isEqualTo(0);
        }
        site.page().setViewportSize(390, 844);
        site.screenshot(name + "-phone");
        site.page().setViewportSize(1280, 800);
    }

    @Test
    void theSwitchChangesTheThemeAndIsRemembered() {
        var site = visitor(ColorScheme.DARK);
        site.open("/");
        site.button("Switch to light theme").click();
        assertThat(site.page().locator("html")).hasAttribute("data-theme", "light");
        site.page().reload();
        assertThat(site.page().locator("html")).hasAttribute("data-theme", "light");
        assertThat(site.button("Switch to dark theme")).isVisible();
    }

    /// Without a film: what it weighs is its own affair, and a browser that is tampered with keeps nothing.
    @Test
    void aDaysPageIsSmallAndTheNextVisitAsksForNoneOfItsFilesAgain() {
        classroom.unlock(4);
        var site = BROWSERS.visitor(classroom.portal().address(), _ -> {});
        Classroom.signIn(site, student);
        site.open("about:blank");
        var traffic = new Traffic(site.page());
        traffic.forgetWhatIsKept();

        visitDay(site);
        boolean bundled = traffic.addresses().stream().anyMatch(address -> address.contains("/bundle/"));
        assertThat(traffic.bytes()).isBetween(20 * KILOBYTE, bundled ? BUDGET : 2 * BUDGET);
        assertThat(traffic.addresses())
                .allMatch(address ->
                        address.startsWith(classroom.portal().address().toString()) || address.startsWith("ws:"));
        if (!bundled) {
            return;
        }
        assertThat(traffic.addresses()).hasSizeLessThanOrEqualTo(12);

        site.open("about:blank");
        traffic.reset();
        visitDay(site);
        assertThat(traffic.addresses()).noneMatch(address -> address.contains("/bundle/"));
        assertThat(traffic.bytes()).isLessThan(20 * KILOBYTE);
    }

    private static void visitDay(SitePage site) {
        site.open("/#/day/4");
        assertThat(site.page().locator(".no-recording")).isVisible();
        assertThat(site.page().locator(".connection .pill")).hasCount(0);
    }

    @Test
    void whatIsWrittenInAnotherScriptReadsInItsOwnDirection() {
        var title = "النمذجة في Power BI";
        classroom.trainer("updateDay(dayNumber: 5, input: { title: \"%s\", description: \"%s\" }) { dayNumber }"
                .formatted(title, title));
        classroom.unlock(5);
        var site = visitor(ColorScheme.LIGHT);
        Classroom.signIn(site, student);
        List.of(".card h3 a", ".card-text").forEach(place -> readsFromTheRight(site, place, title));
        site.open("/#/day/5");
        List.of("h1", ".lead").forEach(place -> readsFromTheRight(site, place, title));
        assertThat(site.page()).hasTitle("Day 5: \u2068" + title + "\u2069 · Power BI: 12-day course");
    }

    /// Its first letter stands to the right of the foreign name at its end.
    private static void readsFromTheRight(SitePage site, String place, String text) {
        var shown = site.page().locator(place).filter(new Locator.FilterOptions().setHasText(text));
        assertThat(shown.evaluate("""
                shown => {
                  const text = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT).nextNode();
                  const left = (from) => {
                    const range = document.createRange();
                    range.setStart(text, from);
                    range.setEnd(text, from + 1);
                    return range.getBoundingClientRect().left;
                  };
                  return left(text.data.search(/\\S/)) > left(text.data.indexOf('Power'));
                }""")).as(place).isEqualTo(true);
    }

    @Test
    void onPaperThereIsWhatCanBeReadAndNothingToPress() {
        var site = visitor(ColorScheme.DARK);
        site.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        FOR_ANYONE.forEach((name, page) -> nothingToPress(site, name, page[0], "h1"));
        site.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        Classroom.signIn(site, student);
        site.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        nothingToPress(site, "course", "/#/course", ".cards > li >> nth=11");
        nothingToPress(site, "day", "/#/day/1", "#recording-title");
        nothingToPress(site, "me", "/#/me", ".progress-table");
        assertThat(site.page().getByText("My progress")).isVisible();
    }

    private static void nothingToPress(SitePage site, String name, String address, String sign) {
        site.open(address);
        assertThat(site.page().locator(sign).first()).isVisible();
        assertThat(site.page().locator("input:visible, .button:visible, form:visible, select:visible"))
                .hasCount(0);
        site.screenshot("print-" + name);
    }
}
