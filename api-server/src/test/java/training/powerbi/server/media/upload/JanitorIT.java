package training.powerbi.server.media.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static training.powerbi.server.media.MediaCalls.outcome;
import static training.powerbi.server.media.MediaPortal.DAY_1;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.server.media.FaultyBlobs;
import training.powerbi.server.media.MediaCalls;
import training.powerbi.server.media.MediaPortal;
import training.powerbi.server.recording.RecordingShelf;
import training.powerbi.server.testing.TinyVideos;

class JanitorIT {
    private static final byte[] VIDEO = TinyVideos.mp4(60, 2_000);

    @TempDir
    private Path folder;

    private MediaPortal on;
    private UploadJanitor janitor;

    @BeforeEach
    void start() {
        on = MediaPortal.over(folder.resolve("data"), "portal.media.sweep=1d");
        janitor = on.portal.context().getBean(UploadJanitor.class);
    }

    @AfterEach
    void stop() {
        on.close();
    }

    @Test
    void anUploadThatIsNotFinishedInTimeIsRemovedAndSaysSo() {
        var path = on.media.created(on.admin, VIDEO.length, DAY_1);
        on.media.patch(on.admin, path, 0, Arrays.copyOf(VIDEO, 1_000));
        on.clock().forward(Duration.ofHours(49));
        var token = on.portal.adminToken();

        assertThat(outcome(on.media.patch(token, path, 1_000, new byte[1]))).isEqualTo("410 UPLOAD_EXPIRED");
        assertThat(janitor.sweep()).isEqualTo(1);
        assertThat(on.files()).hasSize(1);
        assertThat(on.media.head(token, path).statusCode()).isEqualTo(410);
        on.clock().forward(Duration.ofHours(49));
        assertThat(janitor.sweep()).isEqualTo(1);
        assertThat(on.files()).isEmpty();
        assertThat(on.media.head(on.portal.adminToken(), path).statusCode()).isEqualTo(404);
    }

    @Test
    void tenThousandAbandonedUploadsAreSweptInBoundedSteps() throws Exception {
        var uploads = Files.createDirectories(folder.resolve("data/Files/uploads"));
        for (int number = 0; number < 10_000; number++) {
            Files.write(uploads.resolve("%032x.json".formatted(number)), new byte[] {'{', '}'});
            Files.write(uploads.resolve("%032x.part".formatted(number)), new byte[10]);
        }
        on.clock().forward(Duration.ofDays(5));

        int sweeps = 0;
        int deleted;
        do {
            deleted = janitor.sweep();
            assertThat(deleted).isLessThanOrEqualTo(UploadJanitor.MOST_DELETIONS + 1);
            sweeps++;
        } while (deleted > 0);
        assertThat(sweeps).isBetween(20, 22);
        assertThat(on.files()).isEmpty();
        assertThat(on.upload(on.portal.adminToken(), DAY_1, VIDEO)).isNotEmpty();
    }

    @Test
    void bytesWithoutARecordingGoAndThoseOfRecordingsStay() throws Exception {
        var id = on.upload(DAY_1, VIDEO);
        Files.write(folder.resolve("data/Files/videos/0b0e8a38-0000-4000-8000-000000000000.mp4"), VIDEO);
        on.clock().forward(Duration.ofDays(3));

        assertThat(janitor.sweep()).isEqualTo(1);
        assertThat(on.files()).containsExactly("videos/" + id + ".mp4");
    }

    @Test
    void aLengthThatWasCountedTooShortIsCorrectedOnceWithItsAuditRow() {
        var id = on.upload(DAY_1, VIDEO);
        var repair = on.portal.context().getBean(LengthRepair.class);
        var blobs = on.portal.context().getBean(BlobStore.class);
        shorten(id);

        blobs.delete(LengthRepair.DONE);
        repair.sweep();

        assertThat(seconds()).isEqualTo(60);
        assertThat(on.portal
                        .data(on.admin, "{ adminActions(first: 1) { edges { node { actionType } } } }")
                        .toString())
                .contains("update_recording");
        shorten(id);
        repair.sweep();
        assertThat(seconds()).isEqualTo(10);
    }

    @Test
    void aLengthThatCouldNotBeReadIsLookedAtAgain() {
        var id = on.upload(DAY_1, VIDEO);
        var repair = on.portal.context().getBean(LengthRepair.class);
        var blobs = on.portal.context().getBean(FaultyBlobs.class);
        shorten(id);
        blobs.delete(LengthRepair.DONE);

        blobs.failReads();
        repair.sweep();
        assertThat(blobs.find(LengthRepair.DONE)).isEmpty();
        assertThat(seconds()).isEqualTo(10);

        blobs.heal();
        repair.sweep();
        assertThat(blobs.find(LengthRepair.DONE)).isPresent();
        assertThat(seconds()).isEqualTo(60);
    }

    private void shorten(String id) {
        on.portal.data(
                on.admin,
                "mutation { updateRecording(recordingId: \"" + id + "\", input: { duration: \"10 s\" }) { title } }");
    }

    private int seconds() {
        return on.portal
                .data(on.admin, "{ trainingDay(dayNumber: 1) { recording { durationSeconds } } }")
                .at("/trainingDay/recording/durationSeconds")
                .asInt();
    }

    @Test
    void aDeletedRecordingCanBeBroughtBackFor30Days() {
        var kept = on.upload(DAY_1, VIDEO);
        var gone = on.upload(DAY_1, TinyVideos.mp4(61, 2_000));
        for (var id : new String[] {kept, gone}) {
            assertThat(outcome(on.media.call("DELETE", "/api/v1/videos/" + id, on.admin)))
                    .isEqualTo("204");
            assertThat(on.media.get("/api/v1/videos/" + id, on.student).statusCode())
                    .isEqualTo(404);
        }
        on.clock().forward(Duration.ofDays(29));
        assertThat(janitor.sweep()).isZero();
        var token = on.portal.adminToken();
        on.portal.data(token, "mutation { restoreRecording(recordingId: \"%s\") { isActive } }".formatted(kept));
        on.clock().forward(Duration.ofDays(2));
        token = on.portal.adminToken();

        assertThat(janitor.sweep()).isEqualTo(1);
        assertThat(on.files()).containsExactly("videos/" + kept + ".mp4");
        assertThat(on.media.get("/api/v1/videos/" + kept, token).body()).isEqualTo(VIDEO);
        assertThat(on.portal
                        .ask(token, "mutation { restoreRecording(recordingId: \"%s\") { isActive } }".formatted(gone))
                        .at("/errors/0/extensions/code")
                        .asString())
                .isEqualTo("RECORDING_NOT_FOUND");
        assertThat(outcome(on.media.call("DELETE", "/api/v1/videos/" + gone, token)))
                .isEqualTo("204");
        assertThat(outcome(on.media.call("DELETE", "/api/v1/videos/unknown", token)))
                .isEqualTo("404 RECORDING_NOT_FOUND");
    }

    @Test
    void aDeletionThatIsUndoneIsNoneAnyMoreAndOneOnTopOfARemovalStandsInTheWayOfUndoingThat() {
        var cohort = on.cohort();
        var uploaded = on.media.keyedForm(
                on.admin,
                UUID.randomUUID().toString(),
                Map.of("dayNumber", "1", "title", "deleted", "cohortId", cohort),
                VIDEO);
        var id = MediaCalls.json(uploaded).path("recordingId").asString();
        var recording = "Recording(recordingId: \"" + id + "\") { title }";
        on.portal.data(on.admin, "mutation { remove" + recording + " }");
        var removal = newest();
        assertThat(on.media.call("DELETE", "/api/v1/videos/" + id, on.admin).statusCode())
                .isEqualTo(204);
        var deletion = newest();
        assertThat(isToGo(id)).isTrue();
        assertThat(undo(removal)).contains("CONFLICTING_UPDATE");
        assertThat(isToGo(id)).isTrue();
        on.portal.data(on.admin, "mutation { restore" + recording + " }");
        var restoration = newest();
        assertThat(isToGo(id)).isFalse();

        // Step by step back to the start.
        assertThat(undo(restoration)).doesNotContain("errors");
        assertThat(isToGo(id)).isTrue();
        assertThat(undo(deletion)).doesNotContain("errors");
        assertThat(isToGo(id)).isFalse();
        assertThat(undo(removal)).doesNotContain("errors");
        assertThat(shelf().find(id).orElseThrow().active()).isTrue();
        assertThat(on.portal
                        .data(on.admin, "{ adminActions(first: 4) { edges { node { metadata } } } }")
                        .findValuesAsString("metadata"))
                .allSatisfy(metadata -> assertThat(metadata).contains(id, cohort));
    }

    private String newest() {
        return on.portal
                .data(on.admin, "{ adminActions(first: 1) { edges { node { actionId } } } }")
                .at("/adminActions/edges/0/node/actionId")
                .asString();
    }

    private String undo(String actionId) {
        return on.portal
                .ask(on.admin, "mutation { undoAction(actionId: \"" + actionId + "\") { actionId } }")
                .toString();
    }

    private RecordingShelf shelf() {
        return on.portal.context().getBean(RecordingShelf.class);
    }

    private boolean isToGo(String id) {
        return shelf().find(id).orElseThrow().deletedAt() != null;
    }
}
