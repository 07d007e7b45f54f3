package training.powerbi.server.curriculum;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.access.Days;
import training.powerbi.server.audit.Action;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Change;
import training.powerbi.server.audit.Changes;
import training.powerbi.server.audit.RecordedChange;
import training.powerbi.server.audit.Undoable;

/// Undoes what was done to days: their locks, dates, clocks and sessions by cohort, their texts and addresses.
@Component
class DayUndo implements Undoable {
    private static final Set<ActionType> TEXTS =
            Set.of(ActionType.UPDATE_DAY, ActionType.SET_PRESENTATION, ActionType.RESTORE_DAY);
    private static final Set<ActionType> STATES = Set.of(
            ActionType.UNLOCK_DAY,
            ActionType.LOCK_DAY,
            ActionType.SCHEDULE_DAY,
            ActionType.OPEN_DAY_AT,
            ActionType.SET_SESSION);

    private final DeltaTable<Integer, TrainingContentRow> content;
    private final DayKeeper keeper;
    private final BlobStore blobs;
    private final Changes changes;

    DayUndo(DeltaTable<Integer, TrainingContentRow> content, DayKeeper keeper, BlobStore blobs, Changes changes) {
        this.content = content;
        this.keeper = keeper;
        this.blobs = blobs;
        this.changes = changes;
    }

    @Override
    public Set<ActionType> types() {
        var all = new HashSet<>(TEXTS);
        all.addAll(STATES);
        return all;
    }

    @Override
    public void undo(Action action, RecordedChange change, Supplier<PortalException> builtUpon) {
        if (TEXTS.stream().map(ActionType::wireName).anyMatch(change.type()::equals)) {
            undoTexts(action, change, builtUpon);
        } else {
            keeper.undo(action, change, builtUpon);
        }
    }

    private void undoTexts(Action action, RecordedChange change, Supplier<PortalException> builtUpon) {
        if (!changes.made(action)) {
            StoredFile.requireKept(change.before().get("presentationUrl"), blobs);
        }
        changes.edit(action, content, change.day(), () -> Days.notFound(change.day()), (day, at) -> {
            if (!isAs(day.texts(), change.after())) {
                throw builtUpon.get();
            }
            return Change.of(day.edited(day.texts().with(change.before()), at), change.undone());
        });
    }

    private static boolean isAs(DayTexts texts, Map<String, @Nullable Object> told) {
        var mine = texts.all();
        return told.entrySet().stream()
                .filter(value -> mine.containsKey(value.getKey()))
                .allMatch(value -> Objects.equals(mine.get(value.getKey()), value.getValue()));
    }
}
