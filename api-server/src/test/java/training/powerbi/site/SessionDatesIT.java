package training.powerbi.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// When sessions take place, as students see it.
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
}
