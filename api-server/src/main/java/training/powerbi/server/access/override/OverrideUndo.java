package training.powerbi.server.access.override;

import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.access.OverrideRow;
import training.powerbi.server.audit.Action;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Change;
import training.powerbi.server.audit.Changes;
import training.powerbi.server.audit.RecordedChange;
import training.powerbi.server.audit.Undoable;

/// Undoes exceptions by revoking them, and revocations by letting the exception count again.
@Component
class OverrideUndo implements Undoable {
    private final DeltaTable<String, OverrideRow> overrides;
    private final Changes changes;

    OverrideUndo(DeltaTable<String, OverrideRow> overrides, Changes changes) {
        this.overrides = overrides;
        this.changes = changes;
    }

    @Override
    public Set<ActionType> types() {
        return Set.of(ActionType.GRANT_ACCESS, ActionType.HOLD_BACK, ActionType.REVOKE_OVERRIDE);
    }

    @Override
    public void undo(Action action, RecordedChange change, Supplier<PortalException> builtUpon) {
        boolean revoked = change.type().equals(ActionType.REVOKE_OVERRIDE.wireName());
        var id = (String) Objects.requireNonNull(change.after().get("overrideId"));
        changes.edit(action, overrides, id, OverrideEditor::notFound, (row, at) -> {
            if (revoked != (row.revokedAt() != null)) {
                throw builtUpon.get();
            }
            return Change.of(revoked ? row.withRevokedAt(null).withUpdatedAt(at) : row.revoked(at), change.undone());
        });
    }
}
