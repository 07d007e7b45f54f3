package training.powerbi.client.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.client.DayRecording;
import training.powerbi.client.RecordingUploader;
import training.powerbi.client.signin.PasswordSignIn;
import training.powerbi.client.signin.Session;
import training.powerbi.client.testing.CutLine;
import training.powerbi.client.testing.NoiseVideo;
import training.powerbi.client.testing.PortalProcess;
import training.powerbi.client.testing.UploadLog;
import training.powerbi.client.upload.Pause;
import training.powerbi.model.VideoPlatform;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Uploads to the real server, over lines good and bad.
class RecordingUploaderIT {
    private static final int CONTENT = 40 * 1024 * 1024;
    /// What goes to the portal at a time.
    private static final long PIECE = 16L * 1024 * 1024;
    private static final Pause SHORT = _ -> Thread.onSpinWait();

    @TempDir
    private static Path folder;

    private static PortalProcess portal;
    private static Session session;
    private static Path video;

    @BeforeAll
    static void start() {
        portal = PortalProcess.over(folder);
        session = PasswordSignIn.inFiles(folder.resolve("tokens"), Clock.systemUTC())
                .withPassword(portal.address(), PortalProcess.ADMIN_EMAIL, PortalProcess.ADMIN_PASSWORD.toCharArray());
        video = NoiseVideo.write(folder.resolve("session.mp4"), 90, CONTENT);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void aFileArrivesOverALineThatIsCutAtRandomAndOverARestartOfTheServer() throws Exception {
        try (var line = new CutLine(portal.address(), 12, 7_000_000, 42);
                var connection = connection(line.address())) {
            var log = new UploadLog(bytes -> {
                if (bytes > CONTENT / 2 && Files.notExists(folder.resolve("restarted"))) {
                    touch(folder.resolve("restarted"));
                    portal.restart();
                }
            });

            var recording = connection.uploader().upload(upload("Session 3", 3, null), log);

            assertThat(recording.platform()).isEqualTo(VideoPlatform.UPLOAD);
            assertThat(recording.durationSeconds()).isEqualTo(90);
            assertThat(log.places()).hasSize(1);
            assertThat(folder.resolve("restarted")).exists();
            assertThat(log.interruptions())
                    .isNotEmpty()
                    .allSatisfy(reason -> assertThat(reason).isNotBlank());
            assertThat(log.bytes()).isSorted().endsWith(Files.size(video));
            assertThat(bytesOf(recording)).isEqualTo(Files.readAllBytes(video));
        }
    }

    @Test
    void aPausedUploadGoesOnWhereItStopped() throws Exception {
        try (var connection = connection(portal.address())) {
            var first = new UploadLog(bytes -> {
                if (bytes > 0) {
                    Thread.currentThread().interrupt();
                }
            });
            assertThatThrownBy(() -> connection.uploader().upload(upload("Session 4", 4, null), first))
                    .isInstanceOf(InterruptedException.class);
            assertThat(Thread.interrupted()).isFalse();

            var second = new UploadLog();
            var recording = connection.uploader().upload(upload("Session 4", 4, first.place()), second);

            assertThat(second.places()).isEmpty();
            assertThat(second.bytes().getFirst()).isGreaterThanOrEqualTo(PIECE);
            assertThat(recording.title()).isEqualTo("Session 4");
        }
    }

    @Test
    void aFileThatChangesMeanwhileIsNotSentOn() throws IOException {
        var changing = Files.copy(video, folder.resolve("changing.mp4"));
        try (var connection = connection(portal.address())) {
            var log = new UploadLog(bytes -> {
                if (bytes > 0) {
                    modify(changing);
                }
            });
            var upload = new RecordingUploader.Upload("u", changing, Files.size(changing), 5, "Session 5", null, null);

            assertThatThrownBy(() -> connection.uploader().upload(upload, log))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("changed");
            var shorter = new RecordingUploader.Upload("u", changing, 17, 5, "Session 5", null, null);
            assertThatThrownBy(() -> connection.uploader().upload(shorter, log))
                    .isInstanceOf(UncheckedIOException.class);
        }
    }

    /// Its one piece is also the one that publishes it.
    @Test
    void aSmallFileThatChangesMeanwhileIsNotPublished() throws IOException {
        var changing = NoiseVideo.write(folder.resolve("small-changing.mp4"), 5, 3_000_000);
        try (var connection = connection(portal.address())) {
            var log = new UploadLog() {
                @Override
                public void sent(long bytes) {
                    modify(changing);
                }
            };
            var upload = new RecordingUploader.Upload("u", changing, Files.size(changing), 9, "Session 9", null, null);

            assertThatThrownBy(() -> connection.uploader().upload(upload, log))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("changed");
            assertThat(connection.client().course().days().get(8).recordings()).isEmpty();
        }
    }

    @Test
    void anUploadThatThePortalHasForgottenBeginsAnew() throws Exception {
        var small = NoiseVideo.write(folder.resolve("small.mp4"), 5, 10_000);
        try (var connection = connection(portal.address())) {
            var log = new UploadLog();
            var forgotten = portal.address().resolve("/api/v1/videos/uploads/" + "0".repeat(32));
            var upload = new RecordingUploader.Upload("u", small, Files.size(small), 6, "Session 6", null, forgotten);

            assertThat(connection.uploader().upload(upload, log).title()).isEqualTo("Session 6");
            assertThat(log.places()).hasSize(1).doesNotContain(forgotten);
        }
    }

    @Test
    void whatThePortalRefusesIsTold() throws Exception {
        var text = Files.writeString(folder.resolve("notes.mp4"), "These are notes, not a video.".repeat(100));
        try (var connection = connection(portal.address())) {
            var upload = new RecordingUploader.Upload("u", text, Files.size(text), 6, "Notes", null, null);
            assertThat(refusal(connection, upload)).isEqualTo(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
            var nowhere = new RecordingUploader.Upload("u", video, Files.size(video), 77, "Day 77", null, null);
            assertThat(refusal(connection, nowhere)).isEqualTo(ErrorCode.DAY_NOT_FOUND);
        }
    }

    @Test
    void aFilmThatHidesItsLengthIsRefusedAndArrivesOnceItIsSaid() throws Exception {
        var hiding = NoiseVideo.write(folder.resolve("hiding.mp4"), 0, 10_000);
        try (var connection = connection(portal.address())) {
            var log = new UploadLog();
            var upload = new RecordingUploader.Upload("u", hiding, Files.size(hiding), 7, "Session 7", null, null);
            var refused = catchThrowableOfType(
                    PortalException.class, () -> connection.uploader().upload(upload, log));
            assertThat(refused.code()).isEqualTo(ErrorCode.BAD_USER_INPUT);
            assertThat(refused.field()).contains("duration");
            assertThat(refused.sentence()).contains("how long it is");

            var told = upload.lasting("1h 30min");
            assertThat(connection.uploader().upload(told, log).durationSeconds())
                    .isEqualTo(5_400);
            // The place of the refused one is gone as well, and does not stand in the way.
            assertThat(connection
                            .uploader()
                            .upload(told.at(log.places().getFirst()), log)
                            .durationSeconds())
                    .isEqualTo(5_400);
        }
    }

    @Test
    void aDiscardedUploadIsGone() throws Exception {
        try (var connection = connection(portal.address())) {
            var log = new UploadLog(bytes -> {
                if (bytes > 0) {
                    Thread.currentThread().interrupt();
                }
            });
            assertThatThrownBy(() -> connection.uploader().upload(upload("Session 8", 8, null), log))
                    .isInstanceOf(InterruptedException.class);

            var begun = upload("Session 8", 8, log.place());
            assertThat(connection.uploader().kept(begun)).isPositive();
            connection.uploader().discard(begun);
            connection.uploader().discard(begun);
            assertThat(connection.uploader().kept(begun)).isZero();

            var again = new UploadLog();
            connection.uploader().upload(begun, again);
            assertThat(again.places()).hasSize(1);
        }
    }

    private static PortalConnection connection(URI address) {
        return PortalConnection.to(address, session, Clock.systemUTC(), SHORT);
    }

    private static RecordingUploader.Upload upload(String title, int day, @Nullable URI location) throws IOException {
        return new RecordingUploader.Upload(
                UUID.randomUUID().toString(), video, Files.size(video), day, title, null, location);
    }

    private static ErrorCode refusal(PortalConnection connection, RecordingUploader.Upload upload) {
        return catchThrowableOfType(
                        PortalException.class, () -> connection.uploader().upload(upload, new UploadLog()))
                .code();
    }

    private static byte[] bytesOf(DayRecording recording) throws Exception {
        var address = portal.address().resolve(String.valueOf(recording.streamUrl()));
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray())
                    .body();
        }
    }

    private static void touch(Path file) {
        try {
            Files.createFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void modify(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
