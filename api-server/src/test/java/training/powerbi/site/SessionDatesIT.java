package training.powerbi.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// When sessions take place and days open, as students and visitors see it.
class SessionDatesIT {
    @RegisterExtension
    static final Browsers BROWSERS = new Browsers();

    @TempDir
    private static Path data;

    private static Classroom classroom;
    private static LocalDate date;

    @BeforeAll
    static void start() {
        classroom = new Classroom(data);
        date = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC).plusDays(1);
        classroom.unlock(1);
        classroom.record(1, "Recording of session 1", Film.ADDRESS, Film.SECONDS);
    }

    @AfterAll
    static void stop() {
        classroom.close();
    }

    private static SitePage student(String zone, String locale, ColorScheme scheme) {
        var site = BROWSERS.visitor(
                classroom.portal().address(),
                options -> options.setTimezoneId(zone).setLocale(locale).setColorScheme(scheme));
        Classroom.signIn(site, classroom.student());
        return site;
    }

    private static Locator session(SitePage site, int day) {
        return site.card(day).locator("time");
    }

    private static void planAll() {
        classroom.trainer("scheduleDays(startDate: \"%s\", time: \"18:30\") { dayNumber }".formatted(date));
    }

    private static String written(Locale locale, String pattern) {
        return date(5).format(DateTimeFormatter.ofPattern(pattern, locale));
    }

    private static LocalDate date(int day) {
        var at = classroom
                .trainerAsks("trainingDay(dayNumber: " + day + ") { scheduledAt }")
                .at("/trainingDay/scheduledAt")
                .asString();
        return LocalDate.ofInstant(Instant.parse(at), ZoneOffset.UTC);
    }

    @Test
    void aPlanAppearsOnTheCardsByItselfAndGoesAgain() {
        classroom.trainer("scheduleDay(dayNumber: 5, scheduledAt: null) { dayNumber }");
        var site = student("Asia/Kolkata", "en-GB", ColorScheme.DARK);
        assertThat(site.page().locator(".connection .pill")).hasCount(0);
        assertThat(session(site, 5)).hasCount(0);

        planAll();
        assertThat(session(site, 5)).containsText("18:30");
        assertThat(session(site, 5)).containsText(written(Locale.UK, "d MMM"));
        assertThat(session(site, 5)).not().containsText("India");
        assertThat(session(site, 12)).containsText("18:30");
        assertThat(site.page().locator(".notices li")).hasCount(0);
        site.screenshot("course-dates-dark");

        classroom.trainer("scheduleDay(dayNumber: 5, scheduledAt: null) { dayNumber }");
        assertThat(session(site, 5)).hasCount(0);
        assertThat(session(site, 6)).hasCount(1);
    }

    @Test
    void whoeverIsElsewhereIsToldWhoseClockItIs() {
        planAll();
        var site = student("America/New_York", "en-US", ColorScheme.LIGHT);
        assertThat(session(site, 5)).containsText("6:30 PM India Time");
        site.screenshot("course-dates-light");
        site.page().setViewportSize(320, 800);
        site.screenshot("course-dates-phone");
        site.open("/#/day/5");
        assertThat(site.page().locator(".day-meta")).containsText("where you are");
        site.page().setViewportSize(1280, 800);
        site.screenshot("day-dates");
    }

    @Test
    void theDateIsWrittenAsTheVisitorWritesDates() {
        planAll();
        var site = student("Asia/Kolkata", "de-DE", ColorScheme.DARK);
        assertThat(session(site, 5)).containsText(written(Locale.GERMANY, "d. "));
        assertThat(session(site, 5)).containsText("18:30");
    }

    private static Instant in(Duration time) {
        return Clock.systemUTC().instant().plus(time);
    }

    private static void opensIn(int day, Duration time) {
        classroom.trainer("openDayAt(dayNumber: %d, opensAt: \"%s\") { dayNumber }".formatted(day, in(time)));
    }

    @Test
    void aDayOpensByTheClockBeforeWhoeverWatches() {
        var visitor = BROWSERS.visit(classroom.portal().address(), options -> options.setTimezoneId("Europe/Berlin"));
        var site = student("America/New_York", "en-US", ColorScheme.DARK);
        opensIn(7, Duration.ofHours(5));
        assertThat(site.card(7)).containsText("Opens");
        assertThat(site.card(7)).containsText("India Time");
        assertThat(site.card(7)).containsText("where you are");
        assertThat(site.card(7).getByRole(AriaRole.TIMER)).containsText(Pattern.compile("in \\d h"));
        var line = visitor.page().locator(".outline-day").nth(6);
        assertThat(line.getByRole(AriaRole.TIMER)).containsText("in ");
        site.open("/#/day/7");
        assertThat(site.heading("This day is not open yet")).isVisible();
        site.screenshot("day-opens");

        opensIn(7, Duration.ofSeconds(20));
        assertThat(site.page().locator(".no-recording")).isVisible();
        assertThat(line).hasClass(Pattern.compile("open"));
        assertThat(line.getByRole(AriaRole.TIMER)).hasCount(0);
        site.open("/#/course");
        assertThat(site.card(7).getByRole(AriaRole.TIMER)).hasCount(0);
    }

    @Test
    void theWayIntoASessionIsOpenAroundItsTimeAndForStudentsAlone() {
        var visitor = BROWSERS.visit(classroom.portal().address(), _ -> {});
        var site = student("Asia/Kolkata", "en-GB", ColorScheme.LIGHT);
        classroom.trainer(
                "scheduleDay(dayNumber: 10, scheduledAt: \"%s\") { dayNumber }".formatted(in(Duration.ofMinutes(9))));
        assertThat(site.page().locator(".session-now")).hasCount(0);
        classroom.trainer("setSession(dayNumber: 10, joinUrl: \"https://meet.example.com/10\", sessionMinutes: 240)"
                + " { dayNumber }");
        var join = site.page().locator(".session-now a");
        assertThat(join).containsText("Join the session");
        assertThat(join).hasAttribute("href", "https://meet.example.com/10");
        assertThat(join).hasAttribute("target", "_blank");
        assertThat(join).hasAttribute("rel", Pattern.compile("noopener"));
        site.screenshot("course-session");
        site.open("/#/day/10");
        assertThat(join).isVisible();
        assertThat(visitor.page().getByText("Join the session")).hasCount(0);

        classroom.trainer("setSession(dayNumber: 10, sessionMinutes: 240) { dayNumber }");
        assertThat(join).hasCount(0);
        classroom.trainer("scheduleDay(dayNumber: 10, scheduledAt: null) { dayNumber }");
    }

    @Test
    void calendarsFollowAnAddressUntilItIsRenewed() {
        planAll();
        var site = student("Asia/Kolkata", "en-GB", ColorScheme.DARK);
        site.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        site.button("Add to calendar").click();
        var address = site.field("Address of your calendar");
        assertThat(address).hasValue(Pattern.compile("^http://127\\.0\\.0\\.1:\\d+/api/v1/calendar/\\S+\\.ics$"));
        var first = address.inputValue();
        assertThat(site.link("Open in my calendar")).hasAttribute("href", first.replace("http:", "webcal:"));
        site.button("Copy address").click();
        assertThat(site.page().getByText("Copied.")).isVisible();
        Assertions.assertThat(site.page().evaluate("() => navigator.clipboard.readText()"))
                .isEqualTo(first);
        Assertions.assertThat(site.page().request().get(first).text()).startsWith("BEGIN:VCALENDAR");

        site.button("Make a new address…").click();
        assertThat(site.page().getByText("will stop working at once")).isVisible();
        site.screenshot("course-calendar");
        site.button("Make a new address").click();
        assertThat(address).not().hasValue(first);
        Assertions.assertThat(site.page().request().get(first).status()).isEqualTo(404);
        site.button("Add to calendar").click();
        assertThat(address).hasCount(0);
    }
}
