package training.powerbi.server.media.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static training.powerbi.server.media.MediaCalls.outcome;
import static training.powerbi.server.media.MediaPortal.DAY_1;
import static training.powerbi.server.media.MediaPortal.MOST_BYTES;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.server.material.MaterialCalls;
import training.powerbi.server.media.FaultyBlobs;
import training.powerbi.server.media.MediaCalls;
import training.powerbi.server.media.MediaPortal;
import training.powerbi.server.testing.TinyVideos;

/// Uploads in one request. Each refusal leaves the disk as it was.
class FormUploadIT {
    @TempDir
    private static Path folder;

    private static MediaPortal on;

    @BeforeAll
    static void start() {
        on = MediaPortal.over(folder.resolve("data"));
    }

    @AfterAll
    static void stop() {
        on.close();
    }

    @AfterEach
    void heal() {
        on.portal.context().getBean(FaultyBlobs.class).heal();
    }

    @Test
    void anUploadBecomesARecordingWithWhatTheFileSays() throws Exception {
        var video = TinyVideos.real(12, folder);
        var answer = on.media.form(on.admin, DAY_1, "session.mp4", video);

        assertThat(answer.statusCode()).isEqualTo(201);
        var recording = MediaCalls.json(answer);
        assertThat(recording.path("platform").asString()).isEqualTo("UPLOAD");
        assertThat(recording.path("videoUrl").asString()).isEqualTo("/#/day/1");
        assertThat(recording.path("durationSeconds").asInt()).isEqualTo(12);
        var id = recording.path("recordingId").asString();
        assertThat(answer.headers().firstValue("Location")).contains("/api/v1/videos/" + id);
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(on.media.get("/api/v1/videos/" + id, on.student).body()).isEqualTo(video);
        assertThat(on.files()).contains("videos/" + id + ".mp4");
        assertThat(on.portal
                        .data(
                                on.admin,
                                "{ adminActions(first: 1) { edges { node { actionType dayNumber metadata } } } }")
                        .at("/adminActions/edges/0/node")
                        .toString())
                .contains("upload_recording", id);
    }

    @Test
    void anUploadSentAgainWithItsKeyIsTheSameRecordingAndWithAnotherOneAnError() {
        var film = TinyVideos.mp4(30, 500);
        var key = UUID.randomUUID().toString();
        var fields = Map.of("dayNumber", "2", "title", "sent again");
        var first = on.media.keyedForm(on.admin, key, fields, film);
        var before = on.files();
        var again = on.media.keyedForm(on.admin, key, fields, film);
        assertThat(outcome(again)).isEqualTo("201");
        assertThat(MediaCalls.json(again)).isEqualTo(MediaCalls.json(first));

        var otherTitle = Map.of("dayNumber", "2", "title", "another");
        var otherCohort = Map.of("dayNumber", "2", "title", "sent again", "cohortId", on.cohort());
        var other = TinyVideos.mp4(31, 500);
        for (var refused : List.of(
                on.media.keyedForm(on.admin, key, otherTitle, film),
                on.media.keyedForm(on.admin, key, otherCohort, film),
                on.media.keyedForm(on.admin, key, fields, other))) {
            assertThat(outcome(refused)).isEqualTo("400 BAD_USER_INPUT");
            assertThat(MediaCalls.json(refused).path("field").asString()).isEqualTo("Idempotency-Key");
        }
        assertThat(on.files()).isEqualTo(before);
        assertThat(on.portal
                        .data(on.admin, "{ trainingDay(dayNumber: 2) { recordings { title } } }")
                        .findValuesAsString("title"))
                .containsOnlyOnce("sent again")
                .doesNotContain("another");
    }

    @Test
    void webmIsTakenTooAndOggIsNot() {
        assertThat(outcome(on.media.form(on.admin, DAY_1, "a.webm", "video/webm", TinyVideos.webm(30, true))))
                .isEqualTo("201");
        assertThat(outcome(on.media.form(on.admin, DAY_1, "a.ogv", "video/ogg", TinyVideos.ogg(30))))
                .isEqualTo("415 UNSUPPORTED_MEDIA_TYPE");
        assertThat(outcome(
                        on.media.form(on.admin, DAY_1, "a.mp4", "application/octet-stream", TinyVideos.mp4(30, 500))))
                .isEqualTo("201");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "video/mp4",
                "video/webm",
                "video/quicktime",
                "video/3gpp",
                "video/x-matroska",
                "video/x-msvideo",
                "video/mp2t",
                "application/octet-stream",
                "application/x-download",
                "audio/mpeg",
                "none at all",
                ""
            })
    void theBytesTellTheKindWhateverTheSenderCallsIt(String announced) {
        assertThat(stored(announced, "a.webm", TinyVideos.mp4(30, 500))).isEqualTo("video/mp4");
        assertThat(stored(announced, "a.mp4", TinyVideos.webm(30, true))).isEqualTo("video/webm");
    }

    private static String stored(String announced, String name, byte[] video) {
        var answer = on.media.form(on.admin, DAY_1, name, announced, video);
        assertThat(outcome(answer)).isEqualTo("201");
        var id = MediaCalls.json(answer).path("recordingId").asString();
        return on.media
                .get("/api/v1/videos/" + id, on.student)
                .headers()
                .firstValue("Content-Type")
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"video/x-msvideo", "video/mp4", "application/octet-stream", ""})
    void aFileOfAnotherKindIsRefusedByItsName(String announced) {
        var avi = TinyVideos.join(TinyVideos.ascii("RIFF....AVI LIST"), new byte[4_000]);

        var answer = on.media.form(on.admin, DAY_1, "a.mp4", announced, avi);

        assertThat(outcome(answer)).isEqualTo("415 UNSUPPORTED_MEDIA_TYPE");
        assertThat(answer.body()).asString(StandardCharsets.UTF_8).contains("AVI", "export it as MP4");
    }

    @Test
    void aLongerTypedLengthWinsWhereTheFileOnlyImpliesOne() {
        var live = TinyVideos.webm(30, true);
        for (var typed : Map.of("90 min", 5_400, "10 s", 30).entrySet()) {
            var told = on.media.form(
                    on.admin,
                    Map.of("dayNumber", "1", "title", "t", "duration", typed.getKey()),
                    "a.webm",
                    "video/webm",
                    live);
            assertThat(MediaCalls.json(told).path("durationSeconds").asInt()).isEqualTo(typed.getValue());
            assertThat(MediaCalls.json(told).path("warnings").isArray()).isTrue();
        }
    }

    @Test
    void aVideoOfQuickTimeIsServedAsMp4() {
        var film = TinyVideos.mp4(30, 500);
        System.arraycopy(TinyVideos.ascii("qt  "), 0, film, 8, 4);

        var answer = on.media.form(on.admin, DAY_1, "IMG_0001.MOV", "video/quicktime", film);

        assertThat(outcome(answer)).isEqualTo("201");
        var id = MediaCalls.json(answer).path("recordingId").asString();
        assertThat(on.media.get("/api/v1/videos/" + id, on.student).headers().firstValue("Content-Type"))
                .hasValue("video/mp4");
    }

    @Test
    void onlyAdminsUpload() {
        var before = on.files();
        var video = TinyVideos.mp4(60, 1_000);

        assertThat(outcome(on.media.form(null, DAY_1, "a.mp4", video))).isEqualTo("401 UNAUTHENTICATED");
        assertThat(outcome(on.media.form(on.student, DAY_1, "a.mp4", video))).isEqualTo("403 ACCESS_DENIED");
        assertThat(on.files()).isEqualTo(before);
    }

    @Test
    void aFileOverTheLimitIsRefusedWithAndWithoutItsLength() {
        long before = on.used();
        var video = TinyVideos.mp4(60, MOST_BYTES + 100_000);

        assertThat(outcome(on.media.form(on.admin, DAY_1, "a.mp4", video))).isEqualTo("413 TOO_LARGE");
        assertThat(outcome(on.media.chunkedForm(on.admin, DAY_1, video))).isEqualTo("413 TOO_LARGE");
        assertThat(on.used()).isEqualTo(before);
        assertThat(outcome(on.media.chunkedForm(on.admin, DAY_1, TinyVideos.mp4(60, MOST_BYTES - 10_000))))
                .isEqualTo("201");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../x.mp4",
                "..\\..\\x.mp4",
                "C:\\x.mp4",
                "/etc/passwd",
                "x.mp4.html",
                "nul\u0000.mp4",
                "con",
                ".",
                ""
            })
    void whatTheClientCallsItsFileIsOfNoInterest(String name) {
        var id = MediaCalls.json(on.media.form(on.admin, DAY_1, name, TinyVideos.mp4(60, 1_000)))
                .path("recordingId")
                .asString();

        assertThat(id).isNotEmpty();
        assertThat(on.files())
                .allMatch(file -> file.matches("(videos|uploads)/[0-9a-f-]{32,36}\\.(mp4|webm|ogv|json|part)"));
        assertThat(folder.resolve("x.mp4")).doesNotExist();
    }

    @Test
    void aVeryLongNameIsNone() {
        assertThat(outcome(on.media.form(on.admin, DAY_1, "n".repeat(5_000), TinyVideos.mp4(60, 1_000))))
                .isEqualTo("201");
    }

    @Test
    void whatIsNoVideoIsRefusedWhateverItIsCalled() {
        long before = on.used();
        var html = "<!doctype html><script>alert(1)</script>".repeat(10).getBytes(StandardCharsets.UTF_8);
        var exe = TinyVideos.join(TinyVideos.ascii("MZ\u0090"), new byte[4_000]);
        var video = TinyVideos.mp4(60, 1_000);

        for (var fake : new byte[][] {html, exe, TinyVideos.join(html, video), new byte[2_000]}) {
            assertThat(outcome(on.media.form(on.admin, DAY_1, "a.mp4", fake))).isEqualTo("415 UNSUPPORTED_MEDIA_TYPE");
        }
        assertThat(outcome(on.media.form(on.admin, DAY_1, "a.html", "text/html", video)))
                .isEqualTo("415 UNSUPPORTED_MEDIA_TYPE");
        assertThat(outcome(on.media.form(on.admin, DAY_1, "a.mp4", TinyVideos.join(video, html))))
                .isEqualTo("400 BAD_USER_INPUT");
        assertThat(on.used()).isEqualTo(before);
    }

    @Test
    void wordsThatAreNotUtf8AreRefused() {
        var fields = Map.of("dayNumber", "1", "title", "Z~rich");
        var body = MediaCalls.formBody(fields, "a.mp4", "video/mp4", TinyVideos.mp4(60, 1_000));
        var latin =
                new String(body, StandardCharsets.ISO_8859_1).replace('~', 'ü').getBytes(StandardCharsets.ISO_8859_1);
        try (var calls = new MaterialCalls(on.portal)) {
            var refused = calls.send(
                    "POST",
                    "/api/v1/videos/upload",
                    on.admin,
                    "multipart/form-data; boundary=a-line-between-parts",
                    latin,
                    Map.of());

            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("BAD_USER_INPUT", "title", "UTF-8");
        }
    }

    @Test
    void aVideoThatIsCutOffIsRefused() {
        long before = on.used();
        var video = TinyVideos.mp4(60, 5_000);

        assertThat(outcome(on.media.form(on.admin, DAY_1, "a.mp4", java.util.Arrays.copyOf(video, video.length - 1))))
                .isEqualTo("400 BAD_USER_INPUT");
        assertThat(on.used()).isEqualTo(before);
    }

    @Test
    void theWordsAreChecked() {
        long before = on.used();
        var video = TinyVideos.mp4(60, 1_000);

        assertThat(outcome(on.media.form(on.admin, Map.of("dayNumber", "77", "title", "t"), "a", video)))
                .isEqualTo("404 DAY_NOT_FOUND");
        assertThat(outcome(on.media.form(on.admin, Map.of("dayNumber", "one", "title", "t"), "a", video)))
                .isEqualTo("400 BAD_USER_INPUT");
        assertThat(outcome(on.media.form(on.admin, Map.of("dayNumber", "1"), "a", video)))
                .isEqualTo("400 BAD_USER_INPUT");
        assertThat(outcome(on.media.form(on.admin, Map.of("dayNumber", "1", "title", "t", "role", "x"), "a", video)))
                .isEqualTo("400 BAD_USER_INPUT");
        assertThat(outcome(on.media.form(on.admin, DAY_1, "a", new byte[0]))).isEqualTo("400 BAD_USER_INPUT");
        assertThat(on.used()).isEqualTo(before);
    }

    @Test
    void aVideoWithoutALengthNeedsOneFromTheClient() {
        var silent = TinyVideos.webm(0, true);

        assertThat(outcome(on.media.form(on.admin, DAY_1, "a.webm", "video/webm", silent)))
                .isEqualTo("400 BAD_USER_INPUT");
        var told = on.media.form(
                on.admin,
                Map.of("dayNumber", "1", "title", "t", "duration", "1h 30min"),
                "a.webm",
                "video/webm",
                silent);
        assertThat(MediaCalls.json(told).path("durationSeconds").asInt()).isEqualTo(5_400);
    }

    @Test
    void aFullDiskGivesItsSpaceBackAndOthersGoOn() {
        long before = on.used();
        on.portal.context().getBean(FaultyBlobs.class).fillAfter(300_000);

        assertThat(outcome(on.media.form(on.admin, DAY_1, "a.mp4", TinyVideos.mp4(60, 900_000))))
                .isEqualTo("507 STORAGE_FULL");
        assertThat(on.used()).isEqualTo(before);
        assertThat(on.portal.rest("GET", "/api/v1/health", null, null).statusCode())
                .isEqualTo(200);
        on.portal.context().getBean(FaultyBlobs.class).heal();
        assertThat(outcome(on.media.form(on.admin, DAY_1, "a.mp4", TinyVideos.mp4(60, 900_000))))
                .isEqualTo("201");
    }

    @Test
    void aFailureOfTheDiskAtTheEndLeavesNothing() {
        var before = on.files();
        on.portal.context().getBean(FaultyBlobs.class).failMoves();

        assertThat(outcome(on.media.form(on.admin, DAY_1, "a.mp4", TinyVideos.mp4(60, 1_000))))
                .isEqualTo("503 STORAGE_UNAVAILABLE");
        assertThat(on.files()).isEqualTo(before);
    }

    @Test
    void aSenderThatGoesAwayOrFallsAsleepLeavesNothing() throws IOException {
        var before = on.files();
        var body = MediaCalls.formBody(DAY_1, "a.mp4", "video/mp4", TinyVideos.mp4(60, 500_000));
        for (boolean leaves : new boolean[] {true, false}) {
            try (var socket = new Socket(
                    InetAddress.getLoopbackAddress(), on.portal.address().getPort())) {
                var out = socket.getOutputStream();
                out.write(TinyVideos.ascii("POST /api/v1/videos/upload HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                        + on.admin + "\r\nContent-Type: multipart/form-data; boundary=a-line-between-parts"
                        + "\r\nContent-Length: " + body.length + "\r\n\r\n"));
                out.write(body, 0, body.length / 2);
                out.flush();
                await().until(() -> on.files().size() > before.size());
                if (!leaves) {
                    var answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
                    assertThat(answer).isEqualTo("HTTP/1.1 400");
                }
            }
            await().untilAsserted(() -> assertThat(on.files()).isEqualTo(before));
        }
    }

    @Test
    void whatIsNoFormIsRefused() {
        assertThat(outcome(on.media.call("POST", "/api/v1/videos/upload", on.admin, "Content-Type", "text/plain")))
                .isEqualTo("415 UNSUPPORTED_MEDIA_TYPE");
        assertThat(outcome(on.media.call(
                        "POST", "/api/v1/videos/upload", on.admin, "Content-Type", "multipart/form-data; boundary=x")))
                .isEqualTo("400 BAD_USER_INPUT");
    }

    @Test
    void theChecksumOfTheFileIsKept() throws Exception {
        var video = TinyVideos.mp4(60, 2_000);
        var id = on.upload(DAY_1, video);
        var sum = HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(video));

        assertThat(on.media.get("/api/v1/videos/" + id, on.admin).headers().firstValue("ETag"))
                .contains('"' + sum + '"');
        assertThat(Files.size(folder.resolve("data/Files/videos/" + id + ".mp4")))
                .isEqualTo(video.length);
    }
}
