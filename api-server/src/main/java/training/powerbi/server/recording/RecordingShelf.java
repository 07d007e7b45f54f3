package training.powerbi.server.recording;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.CommitNote;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Lakehouse;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.model.Recording;
import training.powerbi.model.VideoPlatform;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Attempt;
import training.powerbi.server.audit.AuditTrail;
import training.powerbi.server.recording.address.VideoAddress;

/// The rows of recordings whose bytes the portal keeps, for the module that keeps the bytes. Who may do what is
/// decided there. A change returns once it and its audit row are durable.
@Component
public class RecordingShelf {
    private final DeltaTable<String, RecordingRow> recordings;
    private final AuditTrail audit;
    private final Lakehouse lakehouse;
    private final Clock clock;

    RecordingShelf(DeltaTable<String, RecordingRow> recordings, AuditTrail audit, Lakehouse lakehouse, Clock clock) {
        this.recordings = recordings;
        this.audit = audit;
        this.lakehouse = lakehouse;
        this.clock = clock;
    }

    public Optional<StoredVideo> find(String recordingId) {
        return recordings.snapshot().find(recordingId).flatMap(RecordingShelf::stored);
    }

    public Stream<StoredVideo> all() {
        return recordings.snapshot().rows().flatMap(row -> stored(row).stream());
    }

    /// The recording, whose file is in its place by now. From this commit on it exists; again, it is what it was.
    ///
    /// @param attempt whose repetition makes no second one
    public Recording publish(NewVideo video, Attempt attempt) {
        var texts = new RecordingTexts(video.title(), VideoAddress.ofDay(video.dayNumber()), video.duration());
        var row = texts.newRow(video.recordingId(), video.dayNumber(), video.adminId(), now(), video.file());
        Supplier<CommitNote> note = () -> audit.note(
                attempt, ActionType.UPLOAD_RECORDING, video.dayNumber(), video.recordingId(), Map.of(), texts.all());
        var result = recordings.update(now -> now.find(row.recordingId())
                .<Verdict<String, RecordingRow, RecordingRow>>map(Verdict::unchanged)
                .orElseGet(() -> Verdict.upsert(row, note.get())));
        return result.answer().show(lakehouse.revisionAt(recordings.name(), result.version()));
    }

    /// The recording that an upload became before, a hidden one too.
    public Optional<Recording> published(String recordingId) {
        return recordings.snapshot().find(recordingId).map(row -> row.show(lakehouse.revision()));
    }

    /// Corrects a length that was counted too short; the recording is longer from this commit on, as after an edit.
    ///
    /// @return whether it was
    public boolean lengthen(String recordingId, Duration told) {
        var attempt = Attempt.byPortal();
        return recordings
                .update(now -> now.find(recordingId)
                        .filter(row -> row.length().compareTo(told) < 0)
                        .<Verdict<String, RecordingRow, Boolean>>map(row -> {
                            var before = row.texts();
                            var after = new RecordingTexts(before.title(), before.address(), told);
                            return new Verdict<>(
                                    List.of(row.with(after)),
                                    List.of(),
                                    List.of(audit.note(
                                            attempt,
                                            ActionType.UPDATE_RECORDING,
                                            row.dayNumber(),
                                            recordingId,
                                            before.differingFrom(after),
                                            after.differingFrom(before))),
                                    true);
                        })
                        .orElseGet(() -> Verdict.unchanged(false)))
                .answer();
    }

    /// Hides the recording and has its file deleted after the time of grace.
    ///
    /// @return false when there is no such recording
    public boolean delete(String recordingId, String adminId, @Nullable String key) {
        var attempt = Attempt.by(adminId, key, "with its file", recordingId);
        boolean repeated = audit.done(attempt, ActionType.REMOVE_RECORDING);
        var at = now();
        return recordings
                .update(now -> now.find(recordingId)
                        .<Verdict<String, RecordingRow, Boolean>>map(row -> repeated || row.deletedAt() != null
                                ? Verdict.unchanged(true)
                                : new Verdict<>(
                                        List.of(row.deleted(at)),
                                        List.of(),
                                        List.of(audit.note(
                                                attempt,
                                                ActionType.REMOVE_RECORDING,
                                                row.dayNumber(),
                                                recordingId,
                                                Map.of("isActive", row.isActive()),
                                                Map.of("isActive", false, "deleted", true))),
                                        true))
                        .orElseGet(() -> Verdict.unchanged(false)))
                .answer();
    }

    /// Gives the file up for good, if the recording was deleted that long ago and not restored meanwhile.
    ///
    /// @return whether the file is to go
    public boolean purge(String recordingId, Duration grace) {
        var at = now();
        return recordings
                .update(now -> now.find(recordingId)
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
                                row.isActive(),
                                file,
                                row.deletedAt(),
                                row.purgedAt() != null))
                : Optional.empty();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
