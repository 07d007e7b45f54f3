package training.powerbi.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;
import training.powerbi.server.media.MediaCalls;
import training.powerbi.site.player.ShortFilm;

/// The page that plays one recording for the trainer's desktop, in a window of a visitor whom nobody knows.
class PreviewIT {
    @RegisterExtension
    static final Browsers BROWSERS = new Browsers();

    @TempDir
    private static Path data;

    private static Classroom classroom;
    private static String streamUrl;

    @BeforeAll
    static void start() {
        classroom = new Classroom(data);
        var portal = classroom.portal();
        var admin = portal.adminToken();
        try (var media = new MediaCalls(portal.address())) {
            var words = Map.of("dayNumber", "3", "title", "Session three");
            var answer = media.form(admin, words, "session.mp4", ShortFilm.of(20));
            assertThat(answer.statusCode()).isEqualTo(201);
        }
        streamUrl = classroom
                .trainerAsks("trainingDay(dayNumber: 3) { recording { streamUrl } }")
                .at("/trainingDay/recording/streamUrl")
                .asString();
    }

    @AfterAll
    static void stop() {
        classroom.close();
    }

    private static String address(String platform, String url, String more) {
        return "/preview.html#platform=" + platform + "&url=" + URLEncoder.encode(url, StandardCharsets.UTF_8) + more;
    }

    private static SitePage visitor() {
        return BROWSERS.visitor(classroom.portal().address(), _ -> {});
    }

    private static void titled(SitePage preview, String title) {
        assertThat(preview.page()).hasTitle(title);
    }

    @Test
    void anUploadPlaysByItsTicketAndNobodyIsToldWhat() {
        var preview = visitor();
        var asked = new CopyOnWriteArrayList<String>();
        preview.page().onRequest(request -> asked.add(request.url() + request.headers()));
        preview.open(address("UPLOAD", streamUrl, ""));
        titled(preview, "ready");
        preview.page().locator("video").evaluate("film => film.play()");
        titled(preview, "playing");
        preview.screenshot("preview-playing");
        preview.page().locator("video").evaluate("film => film.pause()");
        titled(preview, "paused");

        assertThat(asked).noneMatch(request -> request.contains("UPLOAD") || request.contains("authorization"));
        assertThat(preview.page().context().cookies()).isEmpty();
        assertThat(preview.page().evaluate("() => localStorage.length + sessionStorage.length"))
                .isEqualTo(0);
    }

    @Test
    void aFilmElsewherePlaysAtOnceWhenAskedTo() {
        var preview = visitor();
        Film.playsIn(preview.page().context());
        preview.open(address("DIRECT", Film.ADDRESS, "&autoplay=1"));
        titled(preview, "playing");
    }

    @Test
    void anotherFragmentIsAnotherRecording() {
        var preview = visitor();
        Film.playsIn(preview.page().context());
        preview.open(address("DIRECT", Film.ADDRESS, ""));
        titled(preview, "ready");
        preview.open(address("UPLOAD", streamUrl, ""));
        preview.page().waitForFunction("() => document.querySelector('video')?.src.includes('/api/v1/videos/')");
        titled(preview, "ready");
        assertThat(preview.page().locator("video")).hasCount(1);
    }

    @Test
    void aDeadTicketAFileThatIsNoFilmAndAStreamFailAtOnce() {
        var preview = visitor().expect("404");
        preview.open(address("UPLOAD", streamUrl.replace(".mp4", "x.mp4"), ""));
        titled(preview, "failed: cannotPlay");
        assertThat(preview.page().locator("#words")).hasText("This recording cannot be played here.");
        preview.screenshot("preview-failed");
        preview.page()
                .context()
                .route(
                        "https://media.example.com/**",
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("video/mp4")
                                .setBody("no film")));
        preview.open(address("DIRECT", "https://media.example.com/broken.mp4", ""));
        preview.page()
                .waitForFunction("() => document.title === 'failed: cannotPlay' && !document.querySelector('video')");
    }

    @ParameterizedTest
    @CsvSource({
        "YOUTUBE, https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ, youtube.html",
        "VIMEO, https://player.vimeo.com/video/76979871?h=8272103f6e, vimeo.html"
    })
    void othersSitesPlayersTellWhenTheyAreReadyAndAreToldWhoAsks(String platform, String url, String standIn)
            throws IOException {
        var preview = visitor();
        var page = new ClassPathResource("site/stand-ins/" + standIn).getContentAsString(StandardCharsets.UTF_8);
        var referrers = new CopyOnWriteArrayList<String>();
        preview.page().context().route(Pattern.compile("https://(www\\.youtube|player\\.vimeo).*"), route -> {
            referrers.add(route.request().headers().getOrDefault("referer", ""));
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("text/html; charset=utf-8")
                    .setBody(page));
        });
        preview.open(address(platform, url, ""));
        titled(preview, "ready");

        assertThat(referrers).containsOnly(classroom.portal().address() + "/");
        assertThat(preview.page().locator("iframe")).hasAttribute("referrerpolicy", "strict-origin-when-cross-origin");
        frame(preview.page()).evaluate("() => { film.play(); film.run(2); }");
        titled(preview, "playing");
    }

    private static Frame frame(Page page) {
        return page.frames().getLast();
    }

    @ParameterizedTest
    @CsvSource({
        "UPLOAD, https://media.example.com/api/v1/videos/a.mp4",
        "UPLOAD, //media.example.com/api/v1/videos/a.mp4",
        "UPLOAD, /api/v1/videos/../materials/a.mp4",
        "UPLOAD, /\\media.example.com/api/v1/videos/a.mp4",
        "DIRECT, http://media.example.com/a.mp4",
        "DIRECT, javascript:alert(1)",
        "DIRECT, 'data:text/html,x'",
        "DIRECT, file:///etc/passwd",
        "DIRECT, https://user:pw@media.example.com/a.mp4",
        "YOUTUBE, https://www.youtube-nocookie.com/redirect?q=x",
        "YOUTUBE, https://evil.example.com/embed/dQw4w9WgXcQ",
        "VIMEO, https://player.vimeo.com.evil.example.com/video/1",
        "VIMEO, https://player.vimeo.com/other/1",
        "OTHER, https://media.example.com/a.mp4",
        "'', ''"
    })
    void whatIsNoAddressOfARecordingIsRefused(String platform, String url) {
        var preview = visitor();
        var asked = new CopyOnWriteArrayList<String>();
        preview.page().onRequest(request -> asked.add(request.url()));
        preview.open(address(platform, url, ""));
        assertThat(preview.page()).hasTitle(Pattern.compile("failed: (badAddress|youtubeAddress|cannotPlay)"));
        assertThat(asked)
                .allMatch(request -> request.startsWith(classroom.portal().address() + "/"));
        assertThat(preview.page().locator("video, iframe")).hasCount(0);
    }

    @Test
    void thePageIsNoEntrance() {
        var answer = classroom.portal().rest("GET", "/preview.html", null, null);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors 'none'", "script-src 'self';")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(answer.body())
                .doesNotContain("<style", "style=", "onload")
                .doesNotContainPattern("<script[^>]*>[^<]");
    }
}
