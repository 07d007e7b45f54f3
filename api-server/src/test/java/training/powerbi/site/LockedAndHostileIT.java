package training.powerbi.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What must never get through: content from behind a lock, and code in data.
class LockedAndHostileIT {
    @RegisterExtension
    static final Browsers BROWSERS = new Browsers();

    private static final List<String> HOSTILE = List.of(
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "\"><svg onload=alert(1)>",
            "' onmouseover='alert(1)",
            "javascript:alert(1)",
            "{{7*7}}${alert(1)}",
            "</title><iframe srcdoc='<script>alert(1)</script>'>",
            "<a href=javascript:alert(1)>x</a>",
            "&lt;b&gt;&#x41;",
            "<style>*{display:none}</style>");

    /// Everything in databases and caches of the site's own.
    private static final String STORED = """
            async () => {
              const asked = (request) => new Promise((done, failed) => {
                request.onsuccess = () => done(request.result);
                request.onerror = failed;
              });
              const all = await caches.keys();
              for (const { name } of await indexedDB.databases()) {
                const database = await asked(indexedDB.open(name));
                for (const store of database.objectStoreNames) {
                  all.push(name, store, await asked(database.transaction(store).objectStore(store).getAll()));
                }
                database.close();
              }
              return JSON.stringify(all);
            }
            """;

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
    void nothingOfALockedDayIsInThePageTheNetworkOrTheStorage() {
        classroom.trainer("""
                updateDay(dayNumber: 5, input: { presentationUrl: "https://slides.example.com/CNRY"
                  resourcesUrl: "https://files.example.com/CNRY" }) { dayNumber }""");
        var recording = classroom.record(5, "CNRY session", "https://media.example.com/CNRY.mp4", 60);
        var site = BROWSERS.visitor(classroom.portal().address(), _ -> {});
        var answers = new CopyOnWriteArrayList<Response>();
        var heard = new CopyOnWriteArrayList<String>();
        site.page().onResponse(answers::add);
        site.page().onWebSocket(socket -> socket.onFrameReceived(frame -> heard.add(frame.text())));
        site.open("/");
        Classroom.signIn(site, classroom.student());
        for (var page : List.of("/#/day/5", "/#/course", "/#/me", "/#/day/5", "/#/")) {
            site.open(page);
            assertThat(site.page().locator("h1")).isVisible();
        }
        site.page().waitForCondition(() -> heard.stream().anyMatch(text -> text.contains("trainingDays")));
        classroom.unlock(1);
        site.open("/#/course");
        assertThat(site.card(1)).not().containsText("Locked");

        heard.add(site.page().content());
        heard.add(String.valueOf(
                site.page().evaluate("() => JSON.stringify([localStorage, sessionStorage, history.state])")));
        heard.add(String.valueOf(site.page().evaluate(STORED)));
        heard.addAll(bodies(answers));
        org.assertj.core.api.Assertions.assertThat(heard)
                .hasSizeGreaterThan(20)
                .noneMatch(text -> text.contains("CNRY") || text.contains(recording));
        org.assertj.core.api.Assertions.assertThat(heard).anyMatch(text -> text.contains("UNLOCKED"));
    }

    @Test
    void cohortsAndExceptionsReachWhomTheyAreForWhileTheyWatch() {
        classroom.unlock(8);
        var evening = classroom
                .trainer("createCohort(input: { name: \"Evening\" }) { cohortId }")
                .at("/createCohort/cohortId")
                .asString();
        var anasAccount = classroom.student();
        var bensAccount = classroom.student();
        var ana = BROWSERS.visitor(classroom.portal().address(), _ -> {});
        var ben = BROWSERS.visitor(classroom.portal().address(), _ -> {});
        var heard = new CopyOnWriteArrayList<String>();
        ana.page().onWebSocket(socket -> socket.onFrameReceived(frame -> heard.add(frame.text())));
        Classroom.signIn(ana, anasAccount);
        Classroom.signIn(ben, bensAccount);
        assertThat(ben.card(8)).not().containsText("Locked");

        classroom.trainer("moveStudents(userIds: [\"%s\"], cohortId: \"%s\") { userId }"
                .formatted(bensAccount.userId(), evening));
        assertThat(ben.card(8)).containsText("Locked");
        classroom.trainer("unlockDay(dayNumber: 9, cohortId: \"%s\") { dayNumber }".formatted(evening));
        classroom.trainer(
                "uploadRecording(dayNumber: 9, title: \"CNRY evening\", videoUrl: \"%s\",".formatted(Film.ADDRESS)
                        + " duration: \"1h\", cohortId: \"%s\") { recordingId }".formatted(evening));
        assertThat(ben.card(9)).containsText("Recording");
        assertThat(ana.card(9)).containsText("Locked");

        ana.open("/#/day/8");
        assertThat(ana.page().locator(".no-recording")).isVisible();
        var held = classroom
                .trainer(
                        "grantAccess(userId: \"%s\", dayNumber: 8, isOpen: false, reason: \"CNRY reason\") { overrideId }"
                                .formatted(anasAccount.userId()))
                .at("/grantAccess/overrideId")
                .asString();
        assertThat(ana.page().locator(".locked-panel")).containsText("Your trainer is holding this day back for you");
        ana.page().reload();
        assertThat(ana.page().locator(".locked-panel")).containsText("Your trainer is holding this day back for you");
        ana.screenshot("day-held");
        classroom.trainer("revokeOverride(overrideId: \"%s\") { overrideId }".formatted(held));
        assertThat(ana.page().locator(".no-recording")).isVisible();
        ana.open("/#/course");
        ana.courseIsShown();
        var granted = grant(anasAccount, "");
        assertThat(ana.card(9)).containsText("No recording yet");
        // One that ends by itself takes its place, however long that took.
        grant(anasAccount, ", expiresAt: \"" + Clock.systemUTC().instant().plusSeconds(15) + "\"");
        classroom.trainer("revokeOverride(overrideId: \"%s\") { overrideId }".formatted(granted));
        assertThat(ana.card(9)).containsText("Locked");
        org.assertj.core.api.Assertions.assertThat(heard).noneMatch(text -> text.contains("CNRY"));
    }

    /// Opens day 9 to one student.
    private static String grant(Classroom.Student student, String until) {
        return classroom
                .trainer("grantAccess(userId: \"%s\", dayNumber: 9, isOpen: true, reason: \"early\"%s) { overrideId }"
                        .formatted(student.userId(), until))
                .at("/grantAccess/overrideId")
                .asString();
    }

    private static List<String> bodies(List<Response> answers) {
        var texts = new ArrayList<String>();
        for (var answer : answers) {
            texts.add(answer.url() + answer.headers());
            try {
                texts.add(answer.text());
            } catch (PlaywrightException gone) {
                texts.add("no body: " + gone.getMessage());
            }
        }
        return texts;
    }

    @Test
    void codeInDataIsText() {
        for (int i = 0; i < HOSTILE.size(); i++) {
            int day = i + 1;
            var text = HOSTILE.get(i).replace("\"", "\\\"");
            classroom.trainer(
                    "updateDay(dayNumber: %d, input: { title: \"%s\", description: \"%s\" }) { dayNumber } unlockDay(dayNumber: %d) { dayNumber }"
                            .formatted(day, text, text, day));
            classroom.record(day, text, Film.ADDRESS, Film.SECONDS);
        }
        var site = BROWSERS.visitor(classroom.portal().address(), _ -> {});
        // The film of the other test is nowhere, and its day may begin with it.
        site.expect("media\\.example\\.com/CNRY\\.mp4");
        Film.playsIn(site.page().context());
        var name = HOSTILE.get(1);
        classroom
                .portal()
                .rest(
                        "POST",
                        "/api/v1/auth/register",
                        null,
                        Map.of(
                                "email",
                                "hostile@example.com",
                                "password",
                                "a password with words",
                                "displayName",
                                name));
        site.open("/");
        for (var text : HOSTILE) {
            assertThat(site.page().locator(".outline").getByText(text).first()).isVisible();
        }
        site.open("/#/sign-in");
        site.signIn("hostile@example.com", "a password with words");
        assertThat(site.page().locator("h1")).hasText("Hello " + name);
        for (int i = 0; i < HOSTILE.size(); i++) {
            var text = HOSTILE.get(i);
            assertThat(site.card(i + 1).getByRole(com.microsoft.playwright.options.AriaRole.LINK))
                    .hasText(text);
        }
        for (int i = 0; i < HOSTILE.size(); i++) {
            site.open("/#/day/" + (i + 1));
            assertThat(site.page().locator("h1")).hasText(HOSTILE.get(i));
            assertThat(site.page().locator(".day-main")).containsText(HOSTILE.get(i));
            // A day that has an older recording too begins with that one.
            var choices = site.page().locator(".recordings button");
            if (choices.count() > 0) {
                choices.last().click();
            }
            assertThat(site.page().locator("#recording-title")).containsText(HOSTILE.get(i));
            assertThat(site.page().locator("video")).hasCount(1);
        }
        site.open("/#/me");
        assertThat(site.page().locator("h1")).hasText(name);
        assertThat(site.page().locator("main script, main style, main iframe")).hasCount(0);
    }
}
