package training.powerbi.server.audit;

import java.util.Set;
import java.util.function.Supplier;
import training.powerbi.model.error.PortalException;

/// Knows how to undo some kinds of changes; whoever makes them implements it.
public interface Undoable {
    /// The kinds it can undo.
    Set<ActionType> types();

    /// Makes a change that takes the recorded one back, with [RecordedChange#undone()] as its entry, durably. The same
    /// action again changes nothing.
    ///
    /// @param builtUpon what to throw when things are not any more as the change left them
    /// @throws PortalException when what was changed is gone, and `builtUpon`
    void undo(Action action, RecordedChange change, Supplier<PortalException> builtUpon);
}
