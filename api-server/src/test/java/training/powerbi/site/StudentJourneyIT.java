package training.powerbi.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.site.Classroom.Student;

/// The main journey of a student, while a trainer teaches.
class StudentJourneyIT {
    @RegisterExtension
    static final Browsers BROWSERS = new Browsers();

    private static final String MARK = "() => { window.sameDocument = true; }";

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

    @Test
    void someoneRegistersAndSeesTwelveDaysAndTheOneThatOpensMeanwhile() {
        var site = BROWSERS.visitor(classroom.portal().address(), _ -> {})
                .newsStays()
                .open("/");
        assertThat(site.page().locator(".outline > li")).hasCount(12);
        site.link("Create account").first().click();
        site.field("Your name").fill("Asha");
        site.field("E-mail address").fill("asha@example.com");
        site.field("Password").fill("my first dashboard");
        site.button("Create account").click();

        assertThat(site.heading("Hello Asha")).isVisible();
        site.courseIsShown();
        assertThat(site.card(3)).containsText("Locked");
        site.page().evaluate(MARK);
        isListening(site);

        classroom.unlock(3);
        assertThat(site.card(3)).not().containsText("Locked");
        assertThat(site.page().getByText("Day 3 is open now: Data Modeling & Relationships"))
                .isVisible();
        classroom.record(3, "Session three", Film.ADDRESS, Film.SECONDS);
        assertThat(site.card(3)).containsText("Recording");
        classroom.trainer("updateDay(dayNumber: 3, input: { title: \"Stars and snowflakes\" }) { dayNumber }");
        assertThat(site.card(3)).containsText("Stars and snowflakes");
        isTheSameDocument(site);
    }

    @Test
    void whatIsWatchedSurvivesAReloadAndAServerRestart() {
        classroom.unlock(1);
        classroom.record(1, "Session one", Film.ADDRESS, Film.SECONDS);
        var student = classroom.student();
        var site = signedIn(student);
        site.card(1).getByRole(com.microsoft.playwright.options.AriaRole.LINK).click();
        playTo(site, 3);
        site.button("Pause").click();
        Awaitility.await().until(() -> classroom.completion(student.userId(), 1) > 0);

        site.page().reload();
        assertThat(site.page().getByText(Pattern.compile("You stopped at 0:\\d\\d")))
                .isVisible();
        classroom.close();
        site.expect("Failed to load resource|WebSocket connection");
        classroom.open();
        site.page().reload();
        assertThat(site.page().getByText(Pattern.compile("You stopped at 0:\\d\\d")))
                .isVisible();
        site.open("/#/course");
        assertThat(site.card(1)).containsText("In progress");
        assertThat(site.page().getByText(Pattern.compile("Continue day 1 at 0:\\d\\d")))
                .isVisible();
    }

    @Test
    void aDayThatIsLockedWhileItIsOpenGoesAndTheProgressStays() {
        classroom.trainer(
                "updateDay(dayNumber: 2, input: { presentationUrl: \"https://slides.example.com/CNRY\" }) { dayNumber }");
        classroom.unlock(2);
        classroom.record(2, "CNRY session", Film.ADDRESS, Film.SECONDS);
        var student = classroom.student();
        var site = signedIn(student);
        site.open("/#/day/2");
        playTo(site, 3);
        site.button("Pause").click();
        Awaitility.await().until(() -> classroom.completion(student.userId(), 2) > 0);
        site.button("Play").click();
        isListening(site);

        classroom.lock(2);
        assertThat(site.heading("This day is locked")).isVisible();
        assertThat(site.page().locator("video")).hasCount(0);
        org.assertj.core.api.Assertions.assertThat(site.page().content()).doesNotContain("CNRY");
        org.assertj.core.api.Assertions.assertThat(classroom.completion(student.userId(), 2))
                .isPositive();

        classroom.unlock(2);
        assertThat(site.page().locator("#recording-title")).containsText("CNRY session");
        assertThat(site.page().getByText(Pattern.compile("You stopped at 0:\\d\\d")))
                .isVisible();
    }

    @Test
    void aRecordingThatComesAfterTheSlidesOpensTheDayAgain() {
        classroom.unlock(5);
        var student = classroom.student();
        classroom.trainer("markContentViewed(userId: \"%s\", dayNumber: 5, contentType: PRESENTATION) { dayNumber }"
                .formatted(student.userId()));
        var site = signedIn(student);
        assertThat(site.card(5)).containsText("Done");
        site.page().evaluate(MARK);
        isListening(site);

        classroom.record(5, "Session five", Film.ADDRESS, Film.SECONDS);
        assertThat(site.card(5)).containsText("New recording");
        Awaitility.await().until(() -> classroom.completion(student.userId(), 5) == 40);
        assertThat(site.card(5).locator(".ring")).hasAttribute("aria-label", "40 percent done");
        isTheSameDocument(site);
    }

    @Test
    void aKeyboardIsEnough() {
        classroom.unlock(4);
        classroom.record(4, "Session four", Film.ADDRESS, Film.SECONDS);
        var student = classroom.student();
        var site = BROWSERS.visit(classroom.portal());
        Film.playsIn(site.page().context());
        assertThat(site.page().locator(".outline > li")).hasCount(12);

        tabTo(site, site.link("Sign in").first());
        press(site, "Enter");
        tabTo(site, site.field("E-mail address"));
        site.page().keyboard().type(student.email());
        tabTo(site, site.field("Password"));
        site.page().keyboard().type(training.powerbi.server.acceptance.PortalHttp.STUDENT_PASSWORD);
        press(site, "Enter");
        site.courseIsShown();
        tabTo(site, site.link("Introduction to DAX"));
        press(site, "Enter");
        assertThat(site.heading("Introduction to DAX")).isFocused();
        assertThat(site.button("Play")).isVisible();
        tabTo(site, site.button("Play"));
        press(site, "k");
        site.page().waitForFunction("() => document.querySelector('video').currentTime > 1");
        press(site, "Space");
        assertThat(site.button("Play")).isFocused();
    }

    private static void press(SitePage site, String key) {
        site.page().keyboard().press(key);
    }

    /// Presses Tab until the element has the focus, as someone would who sees where the focus is.
    private static void tabTo(SitePage site, Locator element) {
        assertThat(element).isVisible();
        for (int i = 0; i < 60 && !Boolean.TRUE.equals(element.evaluate("it => it === document.activeElement")); i++) {
            press(site, "Tab");
        }
        assertThat(element).isFocused();
    }

    private static SitePage signedIn(Student student) {
        var site = BROWSERS.visitor(classroom.portal().address(), _ -> {});
        Film.playsIn(site.page().context());
        Classroom.signIn(site, student);
        return site;
    }

    private static void playTo(SitePage site, int second) {
        site.button("Play").click();
        site.page().waitForFunction("to => document.querySelector('video').currentTime > to", second);
    }

    /// What is sent while the line is being opened is read with the first answer; only what comes later is live.
    private static void isListening(SitePage site) {
        assertThat(site.page().locator(".connection")).isEmpty();
        assertThat(site.page().locator(".connection .pill")).hasCount(0);
    }

    private static void isTheSameDocument(SitePage site) {
        org.assertj.core.api.Assertions.assertThat(site.page().evaluate("() => window.sameDocument"))
                .isEqualTo(true);
    }
}
