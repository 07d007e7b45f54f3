package training.powerbi.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// The folder that `-Ppages` makes, on a web server of another origin, with the API elsewhere.
class PagesIT {
    @RegisterExtension
    static final Browsers BROWSERS = new Browsers();

    private static final Path BUILT = Path.of("target", "pages");
    private static final String PLACEHOLDER = "https://api.invalid";

    @TempDir
    private static Path folder;

    private static PublishedPages pages;
    private static Classroom classroom;

    @BeforeAll
    static void publish() throws IOException {
        pages = new PublishedPages(folder.resolve("pages"));
        classroom = new Classroom(folder.resolve("data"), "portal.web.allowed-origins=" + pages.origin());
        for (var file : files()) {
            var copy = folder.resolve("pages").resolve(BUILT.relativize(file));
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
        }
        var api = classroom.portal().address().toString();
        for (var name : List.of("index.html", "site.json")) {
            var file = folder.resolve("pages").resolve(name);
            Files.writeString(
                    file,
                    Files.readString(file)
                            .replace(PLACEHOLDER, api)
                            .replace(PLACEHOLDER.replace("http", "ws"), api.replace("http", "ws")));
        }
    }

    @AfterAll
    static void stop() {
        classroom.close();
        pages.close();
    }

    private static List<Path> files() throws IOException {
        try (var all = Files.walk(BUILT)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void theFolderHoldsCodeAndTextsAndNothingOfTheCourse() throws IOException {
        var policy = Files.readString(BUILT.resolve("index.html"));
        assertThat(policy)
                .contains("<meta http-equiv=\"Content-Security-Policy\"")
                .contains("connect-src 'self' https://api.invalid wss://api.invalid https://login.microsoftonline.com;")
                .doesNotContain("frame-ancestors");
        assertThat(BUILT.resolve(".nojekyll")).exists();
        assertThat(BUILT.resolve("lib/lit-html/lit-html.js")).exists();
        for (var file : files()) {
            assertThat(Files.readString(file)).as(file.toString()).doesNotContain("Data Modeling & Relationships");
        }
    }

    @Test
    void theMainJourneyWorksFromThere() {
        classroom.record(1, "Session one", Film.ADDRESS, Film.SECONDS);
        var student = classroom.student();
        var site = BROWSERS.visitor(pages.address(), _ -> {});
        Film.playsIn(site.page().context());
        site.open("");
        assertThat(site.page().locator(".outline > li")).hasCount(12);
        site.open("#/sign-in");
        site.signIn(student.email(), training.powerbi.server.acceptance.PortalHttp.STUDENT_PASSWORD);
        site.courseIsShown();
        assertThat(site.page().locator(".connection .pill")).hasCount(0);

        classroom.unlock(1);
        assertThat(site.card(1)).not().containsText("Locked");
        site.open("#/day/1");
        site.button("Play").click();
        site.page().waitForFunction("() => document.querySelector('video').currentTime > 2");
        site.button("Pause").click();
        Awaitility.await().until(() -> classroom.completion(student.userId(), 1) > 0);
        site.page().reload();
        assertThat(site.page().getByText(Pattern.compile("You stopped at 0:\\d\\d")))
                .isVisible();
        classroom.lock(1);
        assertThat(site.heading("This day is locked")).isVisible();
        site.open("#/me");
        var download = site.page()
                .waitForDownload(() -> site.button("Download my data").click());
        assertThat(download.suggestedFilename()).endsWith(".json");
        site.button("Sign out").click();
        assertThat(site.text("You are signed out.")).isVisible();
    }
}
