package training.powerbi.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.server.acceptance.PortalHttp;
import training.powerbi.server.material.MaterialCalls;
import training.powerbi.server.media.MediaCalls;
import training.powerbi.site.player.ShortFilm;

/// The folder that `-Ppages` makes, on a web server of another origin, with the API elsewhere.
class PagesIT {
    @RegisterExtension
    static final Browsers BROWSERS = new Browsers();

    @TempDir
    private static Path folder;

    private static PublishedPages pages;
    private static Classroom classroom;

    @BeforeAll
    static void publish() throws IOException {
        pages = new PublishedPages(folder.resolve("pages"));
        classroom = new Classroom(folder.resolve("data"), "portal.web.allowed-origins=" + pages.origin());
        PagesFolder.copy(folder.resolve("pages"), classroom.portal().address());
    }

    @AfterAll
    static void stop() {
        classroom.close();
        pages.close();
    }

    @Test
    void theFolderHoldsCodeAndTextsAndNothingOfTheCourse() throws IOException {
        var policy = Files.readString(PagesFolder.BUILT.resolve("index.html"));
        assertThat(policy)
                .contains("<meta http-equiv=\"Content-Security-Policy\"")
                .contains("connect-src 'self' https://api.invalid wss://api.invalid https://login.microsoftonline.com;")
                .doesNotContain("frame-ancestors");
        assertThat(PagesFolder.BUILT.resolve(".nojekyll")).exists();
        assertThat(policy).contains("href=\"site.json\"").doesNotContain("name=\"portal\"");
        assertThat(PagesFolder.BUILT.resolve("lib/lit-html/LICENSE")).exists();
        for (var file : PagesFolder.files()) {
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
        site.signIn(student.email(), PortalHttp.STUDENT_PASSWORD);
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

    @Test
    void uploadsPlayThereWithCaptionsSlidesAndFiles() {
        var recording = upload(2);
        var student = classroom.student();
        var site = BROWSERS.visitor(pages.address(), _ -> {});
        site.open("#/sign-in");
        site.signIn(student.email(), PortalHttp.STUDENT_PASSWORD);
        site.courseIsShown();
        site.open("#/day/2");
        assertThat(site.heading("This day is locked")).isVisible();
        classroom.unlock(2);
        site.button("Play").click();
        site.page().keyboard().press("c");
        site.page()
                .waitForFunction("() => { const film = document.querySelector('video');"
                        + " return film?.currentTime > 1 && film.textTracks[0]?.cues?.length === 2; }");
        var address = (String) site.page().evaluate("() => document.querySelector('video').currentSrc");
        assertThat(address)
                .startsWith(classroom.portal().address() + "/api/v1/videos/" + recording)
                .endsWith(".mp4");
        site.page().evaluate("() => { document.querySelector('video').currentTime = 41; }");
        site.page().waitForFunction("() => document.querySelector('video').currentTime > 42");
        site.screenshot("pages-film");

        site.button("Open slides").click();
        assertThat(site.page().frameLocator("#deck iframe").getByText("A deck of one page"))
                .isVisible();
        var file = site.page().locator(".files a").first();
        assertThat(file)
                .hasAttribute("href", Pattern.compile("^" + classroom.portal().address() + "/api/v1/"));
        var download = site.page().context().waitForPage(file::click);
        download.close();
    }

    private static String upload(int day) {
        var token = classroom.portal().adminToken();
        try (var media = new MediaCalls(classroom.portal().address());
                var calls = new MaterialCalls(classroom.portal())) {
            var fields = Map.of("dayNumber", Integer.toString(day), "title", "Session two");
            var made = media.form(token, fields, "session.mp4", ShortFilm.of(Film.SECONDS));
            var id = JsonMapper.shared()
                    .readTree(made.body())
                    .path("recordingId")
                    .asString();
            var captions = "WEBVTT\n\n00:00.000 --> 00:30.000\nOne\n\n00:40.000 --> 00:45.000\nTwo\n";
            assertThat(calls.send(
                                    "PUT",
                                    "/api/v1/videos/" + id + "/captions/en",
                                    token,
                                    "text/vtt",
                                    captions.getBytes(StandardCharsets.UTF_8),
                                    Map.of())
                            .statusCode())
                    .isEqualTo(200);
            var slides = "<!doctype html><title>Deck</title><p>A deck of one page</p>".getBytes(StandardCharsets.UTF_8);
            calls.upload(token, "/api/v1/days/" + day + "/presentation", "deck.html", slides, null);
            calls.upload(token, "/api/v1/days/" + day + "/resources", "notes.txt", slides, "Notes");
            return id;
        }
    }

    @Test
    void aPortalThatDoesNotAdmitThePageIsToldAsSuch() {
        var site = BROWSERS.visitor(
                        elsewhere(), wishes -> wishes.setViewportSize(360, 740).setColorScheme(ColorScheme.LIGHT))
                .expect("CORS policy|Failed to load resource");
        site.open("");
        assertThat(site.page().locator(".failure"))
                .containsText("does not admit pages from http://localhost:"
                        + pages.address().getPort());
        assertThat(site.page().locator(".failure")).containsText("ALLOWED_ORIGINS");
        site.screenshot("pages-not-admitted");
    }

    @Test
    void aSocketThatIsRefusedForThePagesOriginIsToldAsSuch() {
        var student = classroom.student();
        var site = BROWSERS.visitor(pages.address(), _ -> {}).expect("Failed to load resource|WebSocket connection");
        // As after a restart of the portal without this origin: only what every page may read passes.
        site.page().routeWebSocket(Pattern.compile("^ws"), socket -> socket.close());
        site.page().route("**/api/v1/config", Route::abort);
        site.open("#/sign-in");
        site.signIn(student.email(), PortalHttp.STUDENT_PASSWORD);
        assertThat(site.page().locator(".connection"))
                .containsText("This portal does not admit pages from " + pages.origin());
    }

    /// The same pages under another name, which the portal was not told of.
    private static URI elsewhere() {
        return URI.create("http://localhost:" + pages.address().getPort()
                + pages.address().getPath());
    }
}
