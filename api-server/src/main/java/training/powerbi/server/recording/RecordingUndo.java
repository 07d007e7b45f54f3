package training.powerbi.server.recording;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.model.VideoPlatform;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.audit.Action;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Change;
import training.powerbi.server.audit.Changes;
import training.powerbi.server.audit.RecordedChange;
import training.powerbi.server.audit.Undoable;
import training.powerbi.server.recording.address.VideoAddress;

/// Undoes what was done to recordings after they were added.
@Component
class RecordingUndo implements Undoable {
    private final DeltaTable<String, RecordingRow> recordings;
    private final Changes changes;

    RecordingUndo(DeltaTable<String, RecordingRow> recordings, Changes changes) {
        this.recordings = recordings;
        this.changes = changes;
    }

    @Override
    public Set<ActionType> types() {
        return Set.of(ActionType.UPDATE_RECORDING, ActionType.REMOVE_RECORDING, ActionType.RESTORE_RECORDING);
    }

    @Override
    public void undo(Action action, RecordedChange change, Supplier<PortalException> builtUpon) {
        changes.edit(action, recordings, change.what(), RecordingUndo::gone, (row, at) -> {
            if (row.purgedAt() != null) {
                throw gone();
            }
            if (!isAs(row, change.after())) {
                throw builtUpon.get();
            }
            return Change.of(restored(row, change.before(), at), change.undone());
        });
    }

    private static boolean isAs(RecordingRow row, Map<String, @Nullable Object> told) {
        var texts = row.texts().all();
        return told.entrySet().stream().allMatch(value -> switch (value.getKey()) {
            case "isActive" ->
                Objects.equals(row.isActive(), value.getValue()) && (row.deletedAt() != null) == isDeleted(told);
            default ->
                !texts.containsKey(value.getKey()) || texts.get(value.getKey()).equals(value.getValue());
        });
    }

    private static boolean isDeleted(Map<String, @Nullable Object> told) {
        return Boolean.TRUE.equals(told.get(RecordingRow.DELETED));
    }

    private static RecordingRow restored(RecordingRow row, Map<String, @Nullable Object> told, Instant at) {
        if (told.get("isActive") instanceof Boolean active) {
            return isDeleted(told) ? row.deleted(at) : row.active(active).withDeletedAt(null);
        }
        var texts = row.texts();
        return row.with(new RecordingTexts(
                told.get("title") instanceof String title ? title : texts.title(),
                told.get("videoUrl") instanceof String address && row.platform() != VideoPlatform.UPLOAD
                        ? VideoAddress.stored(address)
                        : texts.address(),
                told.get("duration") instanceof String duration ? Duration.parse(duration) : texts.duration()));
    }

    private static PortalException gone() {
        return new PortalException(ErrorCode.RECORDING_NOT_FOUND, "The recording is gone for good; upload it again.");
    }
}
