package training.powerbi.server.recording;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.model.Recording;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.access.Cohorts;
import training.powerbi.server.access.Days;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Attempt;
import training.powerbi.server.audit.Change;
import training.powerbi.server.audit.Changes;
import training.powerbi.server.audit.Entry;
import training.powerbi.server.curriculum.Curriculum;
import training.powerbi.server.store.Committed;

/// Changes recordings. Each method returns once the change and its audit row are durable; what changes nothing
/// writes nothing.
@Service
@PreAuthorize("hasRole('ADMIN')")
class RecordingEditor {
    private final DeltaTable<String, RecordingRow> recordings;
    private final Curriculum curriculum;
    private final Cohorts cohorts;
    private final Changes changes;

    RecordingEditor(
            DeltaTable<String, RecordingRow> recordings, Curriculum curriculum, Cohorts cohorts, Changes changes) {
        this.recordings = recordings;
        this.curriculum = curriculum;
        this.cohorts = cohorts;
        this.changes = changes;
    }

    /// @param cohortId whose students get it; null for everyone
    Recording add(Viewer admin, Attempt attempt, int dayNumber, NewRecording typed, @Nullable String cohortId) {
        var texts = typed.check();
        if (cohortId != null) {
            cohorts.requireOpen(cohortId);
        }
        if (curriculum.day(admin, dayNumber, null).isEmpty()) {
            throw Days.notFound(dayNumber);
        }
        var action = cohortId == null
                ? attempt.to(ActionType.UPLOAD_RECORDING, dayNumber, typed)
                : attempt.to(ActionType.UPLOAD_RECORDING, dayNumber, typed, cohortId);
        var id = action.newId("recording");
        return show(changes.create(
                action,
                recordings,
                id,
                at -> Change.of(
                        texts.newRow(id, dayNumber, admin.userId(), at, null).withCohortId(cohortId),
                        new Entry(dayNumber, RecordingRow.audited(cohortId), id, Map.of(), texts.all()))));
    }

    Recording update(Attempt attempt, String recordingId, UpdateRecordingInput input) {
        var action = attempt.to(ActionType.UPDATE_RECORDING, recordingId, input);
        return show(changes.edit(
                action, recordings, recordingId, RecordingEditor::notFound, (row, at) -> edit(row, input)));
    }

    private static Change<String, RecordingRow, RecordingRow> edit(RecordingRow row, UpdateRecordingInput input) {
        var expected = input.expectedEditVersion();
        if (expected != null && expected != row.editVersionOrFirst()) {
            throw new PortalException(
                    ErrorCode.CONFLICTING_UPDATE,
                    "Someone else changed this recording meanwhile; load it again and repeat your edit.");
        }
        var after = input.applyTo(row.texts());
        return after.equals(row.texts()) ? Change.none(row) : Change.of(row.edited(after));
    }

    Recording setActive(Attempt attempt, String recordingId, boolean active) {
        var action = attempt.to(active ? ActionType.RESTORE_RECORDING : ActionType.REMOVE_RECORDING, recordingId);
        return show(changes.edit(action, recordings, recordingId, RecordingEditor::notFound, (row, at) -> {
            if (row.isActive() == active) {
                return Change.none(row);
            }
            if (row.purgedAt() != null) {
                throw new PortalException(
                        ErrorCode.RECORDING_NOT_FOUND,
                        "The file of this recording was deleted for good; upload it again.");
            }
            var shown = row.active(active);
            return Change.of(shown, row.entry(shown));
        }));
    }

    private static Recording show(Committed<RecordingRow> row) {
        return row.answer().show(row.revision());
    }

    private static PortalException notFound() {
        return new PortalException(
                ErrorCode.RECORDING_NOT_FOUND, "There is no such recording; it may have been deleted.");
    }
}
