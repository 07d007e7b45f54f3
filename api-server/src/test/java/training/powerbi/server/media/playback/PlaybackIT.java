package training.powerbi.server.media.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static training.powerbi.server.media.MediaCalls.outcome;
import static training.powerbi.server.media.MediaPortal.DAY_1;
import static training.powerbi.server.media.MediaPortal.DAY_5;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import training.powerbi.server.media.MediaCalls;
import training.powerbi.server.media.MediaPortal;
import training.powerbi.server.testing.TinyVideos;

@ExtendWith(OutputCaptureExtension.class)
class PlaybackIT {
    private static final byte[] VIDEO = TinyVideos.mp4(90, 700_000);
    private static final String VIDEOS = "/api/v1/videos/";

    @TempDir
    private static Path folder;

    private static MediaPortal on;
    private static String open;
    private static String locked;

    @BeforeAll
    static void start() {
        on = MediaPortal.over(folder.resolve("data"), "portal.media.max-upload-bytes=100000000");
        open = on.upload(DAY_1, VIDEO);
        locked = on.upload(DAY_5, VIDEO);
    }

    @AfterAll
    static void stop() {
        on.close();
    }

    @Test
    void aVideoIsServedWithWhatPlayersNeed() {
        for (var answer :
                List.of(on.media.get(VIDEOS + open, on.student), on.media.get(on.streamUrl(on.student, 1), null))) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(VIDEO);
            assertThat(header(answer, "Content-Type")).isEqualTo("video/mp4");
            assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
            assertThat(header(answer, "Cache-Control")).isEqualTo("private, no-store");
            assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
            assertThat(header(answer, "Content-Security-Policy")).contains("frame-ancestors 'none'");
            assertThat(header(answer, "ETag")).matches("\"[0-9a-f]{64}\"");
        }
        var head = on.media.call("HEAD", on.streamUrl(on.student, 1), null, "Range", "bytes=0-5");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(VIDEO.length);
        assertThat(head.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0-0", "0-", "5-99999999", "-1", "-700000", "1000-50999", "100-", "699999-", "60000-700000"})
    void aRangeIsTheBytesItNames(String range) {
        var answer = on.media.get(VIDEOS + open, on.student, "Range", "bytes=" + range);
        var parts = range.split("-", 2);
        int first = parts[0].isEmpty() ? VIDEO.length - Integer.parseInt(parts[1]) : Integer.parseInt(parts[0]);
        int last = parts[0].isEmpty() || parts[1].isEmpty()
                ? VIDEO.length - 1
                : Math.min(Integer.parseInt(parts[1]), VIDEO.length - 1);

        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(header(answer, "Content-Range")).isEqualTo("bytes " + first + "-" + last + "/" + VIDEO.length);
        assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(VIDEO, first, last + 1));
    }

    @Test
    void randomRangesOnOneConnectionAreExact() {
        var random = new Random(4);
        for (int round = 0; round < 60; round++) {
            int first = random.nextInt(VIDEO.length);
            int last = random.nextInt(first, VIDEO.length);
            var answer = on.media.get(VIDEOS + open, on.student, "Range", "bytes=" + first + "-" + last);
            assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(VIDEO, first, last + 1));
        }
    }

    @Test
    void aRangeBehindTheEndIsRefusedAndSeveralAreTheWhole() {
        var behind = on.media.get(VIDEOS + open, on.student, "Range", "bytes=" + VIDEO.length + "-");

        assertThat(outcome(behind)).isEqualTo("416 RANGE_NOT_SATISFIABLE");
        assertThat(header(behind, "Content-Range")).isEqualTo("bytes */" + VIDEO.length);
        for (var ignored : List.of("bytes=0-1,5-6", "bytes=9-5", "lines=0-1", "bytes=x")) {
            assertThat(on.media.get(VIDEOS + open, on.student, "Range", ignored).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void conditionsAreKept() {
        var etag = header(on.media.get(VIDEOS + open, on.student), "ETag");

        var same = on.media.get(VIDEOS + open, on.student, "If-None-Match", "\"x\", W/" + etag);
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(header(same, "ETag")).isEqualTo(etag);
        assertThat(same.body()).isEmpty();
        assertThat(status("If-None-Match", "\"x\"")).isEqualTo(200);
        assertThat(status("Range", "bytes=0-5", "If-Range", etag)).isEqualTo(206);
        assertThat(status("Range", "bytes=0-5", "If-Range", "W/" + etag)).isEqualTo(200);
        assertThat(status("Range", "bytes=0-5", "If-Range", "\"x\"")).isEqualTo(200);
        assertThat(status("Range", "bytes=0-5", "If-Range", "Tue, 24 Nov 2026 17:00:00 GMT"))
                .isEqualTo(200);
    }

    private static int status(String... headers) {
        return on.media.get(VIDEOS + open, on.student, headers).statusCode();
    }

    @Test
    void aRangeWithoutAnEndIsCutAndAWholeFileIsNot() {
        var large = TinyVideos.mp4(90, 9 * 1024 * 1024);
        var id = on.upload(DAY_1, large);
        var answer = on.media.get(VIDEOS + id, on.student, "Range", "bytes=10-");

        assertThat(header(answer, "Content-Range")).isEqualTo("bytes 10-8388617/" + large.length);
        assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(large, 10, 8_388_618));
        assertThat(on.media.get(VIDEOS + id, on.student).body()).isEqualTo(large);
        on.media.call("DELETE", VIDEOS + id, on.admin);
    }

    @Test
    void aVideoOfALockedDayIsLikeOneThatDoesNotExist() {
        var adminsTicket = on.streamUrl(on.admin, 5);
        var foreign = adminsTicket.replace(locked, open);
        for (var path : List.of(
                VIDEOS + locked,
                VIDEOS + "8c6a7b9e-0000-4000-8000-000000000000",
                VIDEOS + "x.y",
                foreign,
                VIDEOS + locked + "/AAAA.mp4",
                adminsTicket.replace(".mp4", ".webm"))) {
            for (var method : List.of("GET", "HEAD")) {
                var token = path.contains(".mp4") || path.contains(".webm") ? null : on.student;
                var answer = on.media.call(method, path, token, "Range", "bytes=0-5", "If-None-Match", "*");
                assertThat(answer.statusCode()).as(method + " " + path).isEqualTo(404);
                assertThat(answer.headers().firstValue("ETag")).isEmpty();
                assertThat(answer.headers().firstValue("Accept-Ranges")).isEmpty();
            }
        }
        assertThat(body(VIDEOS + locked)).isEqualTo(body(VIDEOS + "8c6a7b9e-0000-4000-8000-000000000000"));
        assertThat(on.streamUrl(on.student, 5)).isEmpty();
        assertThat(on.media.get(adminsTicket, null).statusCode()).isEqualTo(200);
    }

    private static String body(String path) {
        var problem = MediaCalls.json(on.media.get(path, on.student)).toString();
        return problem.replaceAll("\"instance\":\"[^\"]*\"", "");
    }

    @Test
    void withoutATokenOrATicketThereIsNothing() {
        assertThat(outcome(on.media.get(VIDEOS + open, null))).isEqualTo("401 UNAUTHENTICATED");
        assertThat(outcome(on.media.call("DELETE", VIDEOS + open, on.student))).isEqualTo("403 ACCESS_DENIED");
        assertThat(on.media.call("POST", on.streamUrl(on.student, 1), null).statusCode())
                .isEqualTo(401);
    }

    @Test
    void aTicketIsDeadAtOnceWhenItsRightIsGone() {
        var id = on.upload(DAY_1, VIDEO);
        var account = on.portal.register("leaver@example.com");
        var ticket = on.streamUrl(account.path("access_token").asString(), 1);
        assertThat(on.media.get(ticket, null).statusCode()).isEqualTo(200);

        change("lockDay(dayNumber: 1) { dayNumber }", ticket, 404);
        change("unlockDay(dayNumber: 1) { dayNumber }", ticket, 200);
        change("removeRecording(recordingId: \"" + id + "\") { isActive }", ticket, 404);
        change("restoreRecording(recordingId: \"" + id + "\") { isActive }", ticket, 200);
        var userId = account.at("/user/userId").asString();
        change("setUserActive(userId: \"" + userId + "\", active: false) { isActive }", ticket, 404);
        // The session that asked for it does not come back with the account.
        change("setUserActive(userId: \"" + userId + "\", active: true) { isActive }", ticket, 404);
        var another = on.streamUrl(on.student, 1);
        assertThat(on.media.get(another, null).statusCode()).isEqualTo(200);
        on.media.call("DELETE", VIDEOS + id, on.admin);
        assertThat(on.media.get(another, null).statusCode()).isEqualTo(404);
    }

    private static void change(String mutation, String ticket, int expected) {
        on.portal.data(on.admin, "mutation { " + mutation + " }");
        assertThat(on.media.get(ticket, null).statusCode()).as(mutation).isEqualTo(expected);
    }

    @Test
    void aLockEndsAnAnswerThatIsOnItsWay() throws Exception {
        var large = TinyVideos.mp4(90, 60 * 1024 * 1024);
        var id = on.upload(DAY_1, large);
        var ticket = on.streamUrl(on.student, 1);
        try (var socket =
                new Socket(InetAddress.getLoopbackAddress(), on.portal.address().getPort())) {
            socket.setReceiveBufferSize(64 * 1024);
            socket.getOutputStream()
                    .write(TinyVideos.ascii("GET " + ticket
                            + " HTTP/1.1\r\nHost: x\r\n\r\nGET /api/v1/config HTTP/1.1\r\nHost: x\r\n\r\n"));
            var in = socket.getInputStream();
            assertThat(in.readNBytes(1024 * 1024)).hasSize(1024 * 1024);
            on.portal.data(on.admin, "mutation { lockDay(dayNumber: 1) { dayNumber } }");
            var rest = count(in);

            assertThat(rest).isLessThan(large.length - 20 * 1024 * 1024L);
        } finally {
            on.portal.data(on.admin, "mutation { unlockDay(dayNumber: 1) { dayNumber } }");
            on.media.call("DELETE", VIDEOS + id, on.admin);
        }
    }

    /// Bytes to the end of the connection; nothing of the next answer may be among them.
    private static long count(InputStream in) {
        long count = 0;
        var last = new byte[0];
        try {
            for (var bytes = in.readNBytes(64 * 1024); bytes.length > 0; bytes = in.readNBytes(64 * 1024)) {
                count += bytes.length;
                last = bytes;
            }
        } catch (java.io.IOException reset) {
            // As good an end as any.
        }
        assertThat(new String(last, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("courseTitle");
        return count;
    }

    @Test
    void viewsAndPositionsWorkAsForEmbeds() {
        var id = on.upload(DAY_1, TinyVideos.mp4(100, 1_000));
        on.portal.data(on.student, """
                mutation { recordPlayback(input: { recordingId: "%s", positionSeconds: 40,
                  watched: [{ fromSeconds: 0, toSeconds: 40 }] }) { completionPercentage } }
                """.formatted(id));

        var progress =
                on.portal.data(on.student, "{ userProgress { resumePositions { recordingId positionSeconds } } }");
        assertThat(progress.toString()).contains(id, "40");
        await().untilAsserted(() -> assertThat(on.portal
                        .data(on.student, "{ trainingDay(dayNumber: 1) { recordings { recordingId viewCount } } }")
                        .toString())
                .contains("{\"recordingId\":\"" + id + "\",\"viewCount\":1}"));
        on.media.call("DELETE", VIDEOS + id, on.admin);
    }

    @Test
    void anUploadHasNoOtherAddress() {
        var refused = on.portal.ask(
                on.admin,
                "mutation { updateRecording(recordingId: \"%s\", input: { videoUrl: \"https://youtu.be/dQw4w9WgXcQ\" }) { title } }"
                        .formatted(locked));
        assertThat(refused.at("/errors/0/extensions/field").asString()).isEqualTo("videoUrl");
        var renamed = on.portal.data(
                on.admin,
                "mutation { updateRecording(recordingId: \"%s\", input: { title: \"Renamed\" }) { title videoUrl platform } }"
                        .formatted(locked));
        assertThat(renamed.toString()).contains("Renamed", "/#/day/5", "UPLOAD");
        assertThat(on.media.get(VIDEOS + locked, on.admin).body()).isEqualTo(VIDEO);
    }

    @Test
    void ticketsStayOutOfTheLog(CapturedOutput output) {
        var ticket = on.streamUrl(on.student, 1);
        on.media.get(ticket, null);
        on.media.get(ticket, null, "Range", "bytes=" + Integer.MAX_VALUE + "-");
        on.portal.data(on.admin, "mutation { lockDay(dayNumber: 1) { dayNumber } }");
        on.media.get(ticket, null);
        on.portal.data(on.admin, "mutation { unlockDay(dayNumber: 1) { dayNumber } }");

        var secret = ticket.substring(ticket.lastIndexOf('/') + 1, ticket.lastIndexOf('.'));
        assertThat(output.getAll()).doesNotContain(secret).contains("RECORDING_NOT_FOUND");
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("none");
    }
}
