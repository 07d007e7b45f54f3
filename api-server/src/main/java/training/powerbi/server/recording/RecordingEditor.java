package training.powerbi.server.recording;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.CommitNote;
import training.powerbi.lakehouse.CommitResult;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Lakehouse;
import training.powerbi.lakehouse.TableSnapshot;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.model.Recording;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.access.Days;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Attempt;
import training.powerbi.server.audit.AuditTrail;
import training.powerbi.server.curriculum.Curriculum;

/// Changes recordings. Each method returns once the change and its audit row are durable; what changes nothing
/// writes nothing.
@Service
@PreAuthorize("hasRole('ADMIN')")
class RecordingEditor {
    private final DeltaTable<String, RecordingRow> recordings;
    private final Curriculum curriculum;
    private final AuditTrail audit;
    private final Lakehouse lakehouse;
    private final Clock clock;

    RecordingEditor(
            DeltaTable<String, RecordingRow> recordings,
            Curriculum curriculum,
            AuditTrail audit,
            Lakehouse lakehouse,
            Clock clock) {
        this.recordings = recordings;
        this.curriculum = curriculum;
        this.audit = audit;
        this.lakehouse = lakehouse;
        this.clock = clock;
    }

    Recording add(Viewer admin, int dayNumber, NewRecording typed, @Nullable String key) {
        var texts = typed.check();
        if (curriculum.day(admin, dayNumber).isEmpty()) {
            throw Days.notFound(dayNumber);
        }
        var attempt = Attempt.by(admin.userId(), key, dayNumber, typed);
        audit.done(attempt, ActionType.UPLOAD_RECORDING);
        var row = texts.newRow(
                attempt.newId("recording"),
                dayNumber,
                admin.userId(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null);
        Supplier<CommitNote> note = () ->
                audit.note(attempt, ActionType.UPLOAD_RECORDING, dayNumber, row.recordingId(), Map.of(), texts.all());
        return show(recordings.update(now -> now.find(row.recordingId())
                .<Verdict<String, RecordingRow, RecordingRow>>map(Verdict::unchanged)
                .orElseGet(() -> Verdict.upsert(row, note.get()))));
    }

    Recording update(Viewer admin, String recordingId, UpdateRecordingInput input, @Nullable String key) {
        var attempt = Attempt.by(admin.userId(), key, recordingId, input);
        boolean repeated = audit.done(attempt, ActionType.UPDATE_RECORDING);
        return show(recordings.update(now -> {
            var row = require(now, recordingId);
            return repeated ? Verdict.unchanged(row) : edit(attempt, row, input);
        }));
    }

    private Verdict<String, RecordingRow, RecordingRow> edit(
            Attempt attempt, RecordingRow row, UpdateRecordingInput input) {
        var expected = input.expectedEditVersion();
        if (expected != null && expected != row.editVersionOrFirst()) {
            throw new PortalException(
                    ErrorCode.CONFLICTING_UPDATE,
                    "Someone else changed this recording meanwhile; load it again and repeat your edit.");
        }
        var before = row.texts();
        var after = input.applyTo(before);
        if (after.equals(before)) {
            return Verdict.unchanged(row);
        }
        return Verdict.upsert(
                row.with(after),
                audit.note(
                        attempt,
                        ActionType.UPDATE_RECORDING,
                        row.dayNumber(),
                        row.recordingId(),
                        before.differingFrom(after),
                        after.differingFrom(before)));
    }

    Recording setActive(Viewer admin, String recordingId, boolean active, @Nullable String key) {
        var attempt = Attempt.by(admin.userId(), key, recordingId);
        var type = active ? ActionType.RESTORE_RECORDING : ActionType.REMOVE_RECORDING;
        boolean repeated = audit.done(attempt, type);
        return show(recordings.update(now -> {
            var row = require(now, recordingId);
            if (repeated || row.isActive() == active) {
                return Verdict.unchanged(row);
            }
            if (row.purgedAt() != null) {
                throw new PortalException(
                        ErrorCode.RECORDING_NOT_FOUND,
                        "The file of this recording was deleted for good; upload it again.");
            }
            return Verdict.upsert(
                    row.active(active),
                    audit.note(
                            attempt,
                            type,
                            row.dayNumber(),
                            recordingId,
                            Map.of("isActive", row.isActive()),
                            Map.of("isActive", active)));
        }));
    }

    private Recording show(CommitResult<RecordingRow> result) {
        return result.answer().show(lakehouse.revisionAt(recordings.name(), result.version()));
    }

    private static RecordingRow require(TableSnapshot<String, RecordingRow> now, String recordingId) {
        return now.find(recordingId)
                .orElseThrow(() -> new PortalException(
                        ErrorCode.RECORDING_NOT_FOUND, "There is no such recording; it may have been deleted."));
    }
}
