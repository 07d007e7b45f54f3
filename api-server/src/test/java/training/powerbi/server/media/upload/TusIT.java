package training.powerbi.server.media.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static training.powerbi.server.media.MediaCalls.outcome;
import static training.powerbi.server.media.MediaPortal.DAY_1;
import static training.powerbi.server.media.MediaPortal.MOST_BYTES;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.server.media.FaultyBlobs;
import training.powerbi.server.media.MediaCalls;
import training.powerbi.server.media.MediaPortal;
import training.powerbi.server.media.VideoNames;
import training.powerbi.server.media.container.Container;
import training.powerbi.server.testing.TinyVideos;

class TusIT {
    private static final byte[] VIDEO = TinyVideos.mp4(60, 400_000);

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

    private static String created() {
        return on.media.created(on.admin, VIDEO.length, DAY_1);
    }

    @Test
    void theServerSaysWhatItSpeaks() {
        var greeting = on.media.call("OPTIONS", MediaCalls.UPLOADS, null).headers();

        assertThat(greeting.firstValue("Tus-Version")).contains("1.0.0");
        assertThat(greeting.firstValue("Tus-Extension")).contains("creation,termination,checksum,expiration");
        assertThat(greeting.firstValue("Tus-Checksum-Algorithm")).contains("sha1,sha256");
        assertThat(greeting.firstValue("Tus-Max-Size")).contains(Integer.toString(MOST_BYTES));
    }

    @Test
    void piecesBecomeARecording() {
        var path = created();
        assertThat(on.media.head(on.admin, path).headers().map())
                .containsEntry("upload-offset", List.of("0"))
                .containsEntry("upload-length", List.of(Integer.toString(VIDEO.length)))
                .containsEntry("tus-resumable", List.of("1.0.0"))
                .containsKey("upload-expires");

        var first = on.media.patch(on.admin, path, 0, Arrays.copyOf(VIDEO, 100_000));
        assertThat(first.statusCode()).isEqualTo(204);
        assertThat(first.headers().firstValue("Upload-Offset")).contains("100000");
        var last = on.media.patch(on.admin, path, 100_000, Arrays.copyOfRange(VIDEO, 100_000, VIDEO.length));

        assertThat(last.statusCode()).isEqualTo(204);
        var video = last.headers().firstValue("Content-Location").orElseThrow();
        assertThat(on.media.get(video, on.student).body()).isEqualTo(VIDEO);
        assertThat(on.media.offset(on.admin, path)).isEqualTo(VIDEO.length);
    }

    @Test
    void aWrongOffsetIsAConflict() {
        var path = created();
        on.media.patch(on.admin, path, 0, Arrays.copyOf(VIDEO, 1_000));

        assertThat(outcome(on.media.patch(on.admin, path, 0, new byte[10]))).isEqualTo("409 UPLOAD_OFFSET_MISMATCH");
        assertThat(outcome(on.media.patch(on.admin, path, 1_001, new byte[10])))
                .isEqualTo("409 UPLOAD_OFFSET_MISMATCH");
        assertThat(on.media.offset(on.admin, path)).isEqualTo(1_000);
    }

    @Test
    void nothingGoesPastTheLength() {
        var path = created();
        var more = TinyVideos.join(VIDEO, new byte[1]);

        assertThat(outcome(on.media.patch(on.admin, path, 0, more))).isEqualTo("413 TOO_LARGE");
        assertThat(outcome(on.media.patch(
                        on.admin, path, 0, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(more)))))
                .isEqualTo("413 TOO_LARGE");
        assertThat(on.media.offset(on.admin, path)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"sha1, SHA-1", "sha256, SHA-256"})
    void aPieceWithAWrongChecksumIsDropped(String name, String algorithm) throws Exception {
        var path = created();
        var piece = Arrays.copyOf(VIDEO, 50_000);
        var sum = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance(algorithm).digest(piece));
        var damaged = piece.clone();
        damaged[49_999]++;

        assertThat(outcome(on.media.patch(on.admin, path, 0, damaged, "Upload-Checksum", name + " " + sum)))
                .isEqualTo("460 CHECKSUM_MISMATCH");
        assertThat(on.media.offset(on.admin, path)).isZero();
        assertThat(outcome(on.media.patch(on.admin, path, 0, piece, "Upload-Checksum", name + " " + sum)))
                .isEqualTo("204");
        assertThat(outcome(on.media.patch(on.admin, path, 50_000, piece, "Upload-Checksum", "crc32 AAAA")))
                .isEqualTo("400 BAD_USER_INPUT");
    }

    @Test
    void anUploadIsItsOwnersAlone() {
        var path = created();
        var other = secondAdmin();

        assertThat(on.media.head(other, path).statusCode()).isEqualTo(404);
        assertThat(outcome(on.media.patch(other, path, 0, new byte[10]))).isEqualTo("404 NOT_FOUND");
        assertThat(outcome(on.media.delete(other, path))).isEqualTo("404 NOT_FOUND");
        assertThat(outcome(on.media.patch(on.student, path, 0, new byte[10]))).isEqualTo("403 ACCESS_DENIED");
        assertThat(on.media
                        .head(on.admin, MediaCalls.UPLOADS + "/" + "0".repeat(32))
                        .statusCode())
                .isEqualTo(404);
        assertThat(on.media.head(on.admin, MediaCalls.UPLOADS + "/..%2f..%2fx").statusCode())
                .isIn(400, 404);
    }

    private static String secondAdmin() {
        var email = "second" + new Random().nextInt(1_000_000) + "@example.com";
        var account = on.portal.register(email);
        on.portal.data(
                on.admin,
                "mutation { setUserRole(userId: \"%s\", role: ADMIN) { role } }"
                        .formatted(account.at("/user/userId").asString()));
        return account.path("access_token").asString();
    }

    @Test
    void theSameChecksHoldAsForForms() {
        var media = on.media;
        var before = on.files();

        assertThat(outcome(media.create(null, 1_000, DAY_1))).isEqualTo("401 UNAUTHENTICATED");
        assertThat(outcome(media.create(on.student, 1_000, DAY_1))).isEqualTo("403 ACCESS_DENIED");
        assertThat(outcome(media.create(on.admin, 1_000, Map.of("dayNumber", "77", "title", "t"))))
                .isEqualTo("404 DAY_NOT_FOUND");
        assertThat(outcome(media.create(on.admin, MOST_BYTES + 1, DAY_1))).isEqualTo("413 TOO_LARGE");
        assertThat(outcome(
                        media.create(on.admin, 1_000, Map.of("dayNumber", "1", "title", "t", "filetype", "text/html"))))
                .isEqualTo("415 UNSUPPORTED_MEDIA_TYPE");
        assertThat(outcome(media.create(on.admin, 0, DAY_1))).isEqualTo("400 BAD_USER_INPUT");
        assertThat(media.call("POST", MediaCalls.UPLOADS, on.admin).statusCode())
                .isEqualTo(412);
        assertThat(outcome(media.call("POST", MediaCalls.UPLOADS, on.admin, "Tus-Resumable", "1.0.0")))
                .isEqualTo("400 BAD_USER_INPUT");
        assertThat(on.files()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"video/webm", "video/x-matroska", "application/octet-stream", "video/3gpp"})
    void theBytesTellTheKindWhateverTheSenderCallsIt(String announced) {
        var video = TinyVideos.mp4(30, 500);
        var path =
                on.media.created(on.admin, video.length, Map.of("dayNumber", "1", "title", "t", "filetype", announced));

        assertThat(outcome(on.media.patch(on.admin, path, 0, video))).isEqualTo("204");
    }

    @Test
    void whatSomeDevicesDoNotPlayIsToldAgainToWhoeverAsks() {
        var video = new String(TinyVideos.mp4(30, 500), StandardCharsets.ISO_8859_1)
                .replace("avc1mp41", "isommp41")
                .replace("avc1", "av01")
                .getBytes(StandardCharsets.ISO_8859_1);
        var path = on.media.created(on.admin, video.length, DAY_1);

        var last = on.media.patch(on.admin, path, 0, video);

        assertThat(last.headers().firstValue("Upload-Warnings")).hasValue("AV1");
        assertThat(on.media.head(on.admin, path).headers().firstValue("Upload-Warnings"))
                .hasValue("AV1");
    }

    @Test
    void wordsThatAreNotUtf8AreRefused() {
        assertThat(outcome(on.media.call(
                        "POST",
                        MediaCalls.UPLOADS,
                        on.admin,
                        "Tus-Resumable",
                        "1.0.0",
                        "Upload-Length",
                        "100",
                        "Upload-Metadata",
                        "dayNumber MQ==,title /HpicmlnZXM=")))
                .isEqualTo("400 BAD_USER_INPUT");
    }

    @Test
    void whatIsNoVideoIsRefusedWithItsFirstPieceAndIsGone() {
        var before = on.files();
        var path = on.media.created(on.admin, 5_000, Map.of("dayNumber", "1", "title", "t", "filetype", "video/mp4"));

        assertThat(outcome(on.media.patch(on.admin, path, 0, new byte[200]))).isEqualTo("415 UNSUPPORTED_MEDIA_TYPE");
        assertThat(on.media.head(on.admin, path).statusCode()).isEqualTo(404);
        assertThat(on.files()).isEqualTo(before);
    }

    @Test
    void aVideoThatIsCutOffIsRefusedAtTheEndAndIsGone() {
        var before = on.files();
        var path = on.media.created(on.admin, VIDEO.length - 5, DAY_1);

        assertThat(outcome(on.media.patch(on.admin, path, 0, Arrays.copyOf(VIDEO, VIDEO.length - 5))))
                .isEqualTo("400 BAD_USER_INPUT");
        assertThat(on.files()).isEqualTo(before);
    }

    @Test
    void anUploadThatIsGivenUpIsGone() {
        var before = on.files();
        var path = created();
        on.media.patch(on.admin, path, 0, Arrays.copyOf(VIDEO, 1_000));

        assertThat(outcome(on.media.delete(on.admin, path))).isEqualTo("204");
        assertThat(on.media.head(on.admin, path).statusCode()).isEqualTo(404);
        assertThat(on.files()).isEqualTo(before);
    }

    @Test
    void aFullDiskRemovesTheUploadAndOthersGoOn() {
        var before = on.files();
        var path = created();
        on.media.patch(on.admin, path, 0, Arrays.copyOf(VIDEO, 1_000));
        var disk = on.portal.context().getBean(FaultyBlobs.class);
        disk.fillAfter(50_000);
        try {
            assertThat(outcome(on.media.patch(on.admin, path, 1_000, Arrays.copyOfRange(VIDEO, 1_000, VIDEO.length))))
                    .isEqualTo("507 STORAGE_FULL");
        } finally {
            disk.heal();
        }
        assertThat(on.files()).isEqualTo(before);
        var next = created();
        assertThat(outcome(on.media.patch(on.admin, next, 0, VIDEO))).isEqualTo("204");
    }

    @Test
    void aFailureAtTheEndIsMadeGoodByAskingAgain() {
        var path = created();
        var disk = on.portal.context().getBean(FaultyBlobs.class);
        disk.failMoves();
        try {
            assertThat(outcome(on.media.patch(on.admin, path, 0, VIDEO))).isEqualTo("503 STORAGE_UNAVAILABLE");
        } finally {
            disk.heal();
        }

        var head = on.media.head(on.admin, path);
        assertThat(head.headers().firstValueAsLong("Upload-Offset")).hasValue(VIDEO.length);
        assertThat(on.media
                        .get(head.headers().firstValue("Content-Location").orElseThrow(), on.admin)
                        .body())
                .isEqualTo(VIDEO);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatAnotherServerFinishesAtTheSameMomentIsFoundDone(boolean whileItIsRead) {
        var path = created();
        var id = path.substring(path.lastIndexOf('/') + 1);
        var beans = on.portal.context();
        var session = beans.getBean(UploadSessions.class).find(id).orElseThrow();
        var disk = beans.getBean(FaultyBlobs.class);
        Runnable other = () -> disk.move(session.bytes(), VideoNames.of(session.recordingId(), Container.MP4));
        if (whileItIsRead) {
            disk.beforeRead(session.bytes(), other);
        } else {
            disk.beforeNextMove(other);
        }

        var last = on.media.patch(on.admin, path, 0, VIDEO);

        assertThat(outcome(last)).isEqualTo("204");
        var video = last.headers().firstValue("Content-Location").orElseThrow();
        assertThat(on.media.get(video, on.admin).body()).isEqualTo(VIDEO);
    }

    @Test
    void twoWritersOnOneUploadAreOneTooMany() throws Exception {
        var path = created();
        try (var slow =
                new Socket(InetAddress.getLoopbackAddress(), on.portal.address().getPort())) {
            begin(slow, path, 0, VIDEO.length);
            slow.getOutputStream().write(VIDEO, 0, 10_000);
            slow.getOutputStream().flush();
            await().until(() -> on.media.patch(on.admin, path, 0, new byte[10]).statusCode() == 409);

            assertThat(outcome(on.media.patch(on.admin, path, 0, new byte[10]))).isEqualTo("409 CONFLICTING_UPDATE");
            assertThat(on.media.head(on.admin, path).statusCode()).isEqualTo(200);
            // The one that was first falls asleep and is cut off; what it brought is kept.
            var answer = new String(slow.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
            assertThat(answer).isEqualTo("HTTP/1.1 400");
        }
        assertThat(on.media.offset(on.admin, path)).isEqualTo(10_000);
    }

    @Test
    void linesThatAreCutAnywhereLoseNothingThatWasAnswered() throws Exception {
        var random = new Random(5);
        for (int upload = 0; upload < 4; upload++) {
            var path = created();
            long offset = 0;
            while (offset < VIDEO.length) {
                int rest = (int) (VIDEO.length - offset);
                int cut = random.nextInt(1, rest + 1);
                if (random.nextBoolean()) {
                    try (var socket = new Socket(
                            InetAddress.getLoopbackAddress(),
                            on.portal.address().getPort())) {
                        begin(socket, path, offset, rest);
                        socket.getOutputStream().write(VIDEO, (int) offset, Math.min(cut, rest - 1));
                        socket.getOutputStream().flush();
                    }
                } else {
                    var piece = Arrays.copyOfRange(VIDEO, (int) offset, (int) offset + cut);
                    var answer = on.media.patch(on.admin, path, offset, piece);
                    assertThat(answer.statusCode()).isIn(204, 409);
                }
                offset = settled(path, offset);
            }
            var video = on.media.head(on.admin, path).headers().firstValue("Content-Location");
            assertThat(on.media.get(video.orElseThrow(), on.admin).body()).isEqualTo(VIDEO);
        }
    }

    /// The offset once the server has noticed that the line is cut, never below what it was.
    private static long settled(String path, long before) {
        await().pollDelay(Duration.ZERO).until(() -> {
            var probe = on.media.patch(on.admin, path, VIDEO.length + 1, new byte[0]);
            return outcome(probe).equals("409 UPLOAD_OFFSET_MISMATCH");
        });
        long now = on.media.offset(on.admin, path);
        assertThat(now).isBetween(before, (long) VIDEO.length);
        return now;
    }

    private static void begin(Socket socket, String path, long offset, long length) throws Exception {
        socket.getOutputStream()
                .write(TinyVideos.ascii("PATCH " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + on.admin
                        + "\r\nTus-Resumable: 1.0.0\r\nContent-Type: application/offset+octet-stream\r\nUpload-Offset: "
                        + offset + "\r\nContent-Length: " + length + "\r\n\r\n"));
    }
}
