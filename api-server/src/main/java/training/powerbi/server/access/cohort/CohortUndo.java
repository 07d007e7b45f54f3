package training.powerbi.server.access.cohort;

import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.audit.Action;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.RecordedChange;
import training.powerbi.server.audit.Undoable;

/// Undoes what was done to cohorts, and moves between them.
@Component
class CohortUndo implements Undoable {
    private final CohortEditor editor;
    private final StudentMoves moves;

    CohortUndo(CohortEditor editor, StudentMoves moves) {
        this.editor = editor;
        this.moves = moves;
    }

    @Override
    public Set<ActionType> types() {
        return Set.of(
                ActionType.CREATE_COHORT, ActionType.UPDATE_COHORT, ActionType.ARCHIVE_COHORT, ActionType.MOVE_STUDENT);
    }

    @Override
    public void undo(Action action, RecordedChange change, Supplier<PortalException> builtUpon) {
        if (change.type().equals(ActionType.MOVE_STUDENT.wireName())) {
            moves.undo(action, change, builtUpon);
        } else {
            editor.undo(action, change, builtUpon);
        }
    }
}
