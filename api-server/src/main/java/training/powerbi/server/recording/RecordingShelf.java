package training.powerbi.server.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.model.Recording;
import training.powerbi.model.VideoPlatform;
import training.powerbi.server.audit.Action;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Attempt;
import training.powerbi.server.audit.Change;
import training.powerbi.server.audit.Changes;
import training.powerbi.server.audit.Entry;
import training.powerbi.server.recording.address.VideoAddress;
import training.powerbi.server.store.Revisions;

/// The rows of recordings whose bytes the portal keeps, for the module that keeps the bytes. Who may do what is
/// decided there. A change returns once it and its audit row are durable.
@Component
public class RecordingShelf {
    private final DeltaTable<String, RecordingRow> recordings;
    private final Changes changes;
    private final Revisions revisions;

    RecordingShelf(DeltaTable<String, RecordingRow> recordings, Changes changes, Revisions revisions) {
        this.recordings = recordings;
        this.changes = changes;
        this.revisions = revisions;
    }

    public Optional<StoredVideo> find(String recordingId) {
        return recordings.snapshot().find(recordingId).flatMap(RecordingShelf::stored);
    }

    public Stream<StoredVideo> all() {
        return recordings.snapshot().rows().flatMap(row -> stored(row).stream());
    }

    /// The recording, whose file is in its place by now. From this commit on it exists; again, it is what it was.
    ///
    /// @param upload whose repetition makes no second one
    public Recording publish(NewVideo video, Action upload) {
        var texts = new RecordingTexts(video.title(), VideoAddress.ofDay(video.dayNumber()), video.duration());
        var id = video.recordingId();
        var published = changes.create(
                upload,
                recordings,
                id,
                at -> Change.of(
                        texts.newRow(id, video.dayNumber(), video.adminId(), at, video.file())
                                .withCohortId(video.cohortId()),
                        new Entry(
                                video.dayNumber(), RecordingRow.audited(video.cohortId()), id, Map.of(), texts.all())));
        return published.answer().show(published.revision());
    }

    /// The recording that an upload became before, a hidden one too.
    public Optional<Recording> published(String recordingId) {
        var all = revisions.read(recordings);
        return all.rows().find(recordingId).map(row -> row.show(all.revision()));
    }

    /// Corrects a length that was counted too short; the recording is longer from this commit on, as after an edit.
    ///
    /// @return whether it was
    public boolean lengthen(String recordingId, Duration told) {
        var action = Attempt.byPortal().to(ActionType.UPDATE_RECORDING);
        return changes.run(
                        action,
                        recordings,
                        (rows, at) -> rows.find(recordingId)
                                .filter(row -> row.length().compareTo(told) < 0)
                                .map(row -> row.edited(new RecordingTexts(
                                        row.texts().title(), row.texts().address(), told)))
                                .map(edit -> Change.<String, RecordingRow, Boolean>of(edit.row(), edit.entry(), true))
                                .orElseGet(() -> Change.none(false)))
                .answer();
    }

    /// Hides the recording and has its file deleted after the time of grace.
    ///
    /// @return false when there is no such recording
    public boolean delete(Attempt attempt, String recordingId) {
        var action = attempt.to(ActionType.REMOVE_RECORDING, "with its file", recordingId);
        boolean repeated = changes.made(action);
        return changes.run(
                        action,
                        recordings,
                        (rows, at) -> rows.find(recordingId)
                                .map(row -> repeated || row.deletedAt() != null
                                        ? Change.<String, RecordingRow, Boolean>none(true)
                                        : Change.<String, RecordingRow, Boolean>of(
                                                row.deleted(at), row.entry(row.deleted(at)), true))
                                .orElseGet(() -> Change.none(false)))
                .answer();
    }

    /// Gives the file up for good, if the recording was deleted that long ago and not restored meanwhile.
    ///
    /// @return whether the file is to go
    public boolean purge(String recordingId, Duration grace) {
        return changes.unaudited(
                        recordings,
                        (rows, at) -> rows.find(recordingId)
                                .filter(row -> isDue(row.deletedAt(), grace, at) && !row.isActive())
                                .<Verdict<String, RecordingRow, Boolean>>map(row -> row.purgedAt() != null
                                        ? Verdict.unchanged(true)
                                        : new Verdict<>(List.of(row.purged(at)), List.of(), List.of(), true))
                                .orElseGet(() -> Verdict.unchanged(false)))
                .answer();
    }

    private static boolean isDue(@Nullable Instant deletedAt, Duration grace, Instant now) {
        return deletedAt != null && !deletedAt.plus(grace).isAfter(now);
    }

    private static Optional<StoredVideo> stored(RecordingRow row) {
        return row.platform() == VideoPlatform.UPLOAD
                ? row.file()
                        .map(file -> new StoredVideo(
                                row.recordingId(),
                                row.dayNumber(),
                                row.cohortId(),
                                row.isActive(),
                                file,
                                row.deletedAt(),
                                row.purgedAt() != null))
                : Optional.empty();
    }
}
