package training.powerbi.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.server.acceptance.PortalHttp;
import training.powerbi.server.acceptance.ServerProcess;
import training.powerbi.server.material.MaterialCalls;
import training.powerbi.server.media.MediaCalls;
import training.powerbi.server.testing.TinyVideos;
import training.powerbi.site.player.ShortFilm;

/// The life of a recording, from a trainer's disk to a student's screen, over a server that is killed in between.
class UploadedFilmIT {
    @RegisterExtension
    static final Browsers BROWSERS = new Browsers();

    private static final int SECONDS = 60;
    private static final byte[] FILM = ShortFilm.inParts(SECONDS, 3, 12 * 1024 * 1024);
    private static final String CAPTIONS = "WEBVTT\n\n00:01.000 --> 00:03.000\nOne\n\n00:40.000 --> 00:45.000\nTwo\n";

    /// A player beside the page's, which nobody takes away. It has not asked for the middle part, nor has the page's.
    private static final String KEEP = """
            address => {
              const film = document.createElement('video');
              Object.assign(window, { kept: film });
              film.muted = true;
              film.src = address;
            }""";

    @TempDir
    private Path folder;

    private Path data;
    private ServerProcess server;
    private PortalHttp portal;
    private MediaCalls media;
    private String trainer;

    @BeforeEach
    void start() throws IOException {
        data = folder.resolve("data");
        open();
    }

    private void open() throws IOException {
        server = ServerProcess.over(data, folder.resolve("server.log").toFile());
        portal = new PortalHttp(server.address());
        media = new MediaCalls(server.address());
        trainer = portal.adminToken();
    }

    private void close() {
        media.close();
        portal.close();
        server.close();
    }

    @Test
    void aFilmWhoseUploadOutlivedAKillIsWatchedUntilItsDayIsLocked() throws IOException {
        try {
            var path = media.created(trainer, FILM.length, Map.of("dayNumber", "1", "title", "Session one"));
            sendHalfAndKill(path);
            close();
            open();
            var id = finish(path);
            setCaptions(id);
            portal.data(trainer, "mutation { unlockDay(dayNumber: 1) { dayNumber } }");
            watchAndLock();
        } finally {
            close();
        }
    }

    private void sendHalfAndKill(String path) throws IOException {
        var part = data.resolve("Files/uploads").resolve(path.substring(path.lastIndexOf('/') + 1) + ".part");
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
            var out = socket.getOutputStream();
            out.write(TinyVideos.ascii("PATCH " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + trainer
                    + "\r\nTus-Resumable: 1.0.0\r\nContent-Type: application/offset+octet-stream"
                    + "\r\nUpload-Offset: 0\r\nContent-Length: " + FILM.length + "\r\n\r\n"));
            out.write(FILM, 0, FILM.length / 2);
            out.flush();
            Awaitility.await().until(() -> Files.exists(part) && Files.size(part) > FILM.length / 4);
            server.kill();
        }
    }

    private String finish(String path) {
        int offset = Math.toIntExact(media.offset(trainer, path));
        assertThat(offset).isBetween(FILM.length / 4, FILM.length / 2);
        var done = media.patch(trainer, path, offset, Arrays.copyOfRange(FILM, offset, FILM.length));
        assertThat(done.statusCode()).isEqualTo(204);
        var address = done.headers().firstValue("Content-Location").orElseThrow();
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private void setCaptions(String id) {
        try (var calls = new MaterialCalls(portal)) {
            var set = calls.send(
                    "PUT",
                    "/api/v1/videos/" + id + "/captions/en",
                    trainer,
                    "text/vtt",
                    CAPTIONS.getBytes(StandardCharsets.UTF_8),
                    Map.of());
            assertThat(set.statusCode()).isEqualTo(200);
        }
    }

    private void watchAndLock() {
        var email = "watcher@example.com";
        var userId = portal.register(email).at("/user/userId").asString();
        var site = BROWSERS.visit(portal);
        Classroom.signIn(site, new Classroom.Student(email, userId));
        site.open("/#/day/1");
        site.button("Play").click();
        site.page().keyboard().press("c");
        awaitFilm(site, "film.currentTime > 2");
        awaitFilm(site, "film.textTracks[0].cues?.length === 2");
        site.page().evaluate("() => { document.querySelector('video').currentTime = 41; }");
        // Stopped by the page itself: a test may come when the film is over.
        awaitFilm(site, "film.currentTime > 42 && (film.pause(), true)");
        var stoppedAt = site.page().evaluate("() => document.querySelector('video').currentTime");
        var place = Film.place(site);

        site.page().reload();
        assertThat(site.page().getByText("You stopped at " + place)).isVisible();
        site.page()
                .getByRole(
                        com.microsoft.playwright.options.AriaRole.BUTTON,
                        new com.microsoft.playwright.Page.GetByRoleOptions().setName(Pattern.compile("Resume at")))
                .click();
        awaitFilm(site, "film.currentTime > " + stoppedAt + " + 1");

        var address = (String) site.page().evaluate("() => document.querySelector('video').currentSrc");
        assertThat(address).contains("/api/v1/videos/").endsWith(".mp4");
        site.page().evaluate(KEEP, address);
        site.page().waitForFunction("() => window.kept.readyState >= 2");
        lockUnder(site, address);
    }

    private void lockUnder(SitePage site, String address) {
        site.expect("Failed to load resource.*404");
        List<Integer> answers = new CopyOnWriteArrayList<>();
        site.page().onResponse(answer -> remember(answer, address, answers));
        portal.data(trainer, "mutation { lockDay(dayNumber: 1) { dayNumber } }");
        assertThat(site.heading("This day is locked")).isVisible();
        assertThat(site.page().locator("video")).hasCount(0);

        site.page().evaluate("() => { window.kept.currentTime = 30; }");
        site.page().waitForCondition(() -> !answers.isEmpty());
        assertThat(answers).containsOnly(404);
        assertThat(media.get(address, null).statusCode()).isEqualTo(404);
        assertThat(media.get(address, null, "Range", "bytes=0-").statusCode()).isEqualTo(404);
    }

    private static void remember(Response answer, String address, List<Integer> answers) {
        if (answer.url().equals(address)) {
            answers.add(answer.status());
        }
    }

    private static void awaitFilm(SitePage site, String condition) {
        site.page()
                .waitForFunction(
                        "() => { const film = document.querySelector('video'); return film && (" + condition + "); }");
    }
}
