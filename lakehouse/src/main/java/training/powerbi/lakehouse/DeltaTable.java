package training.powerbi.lakehouse;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// One Delta table: reads come from memory, writes are grouped into durable commits. Safe for use by many
/// threads.
///
/// @param <K> key of a row; needs `equals` and `hashCode`
/// @param <R> row; its components are the table's columns
public interface DeltaTable<K, R extends Record> {

    String name();

    /// The newest acknowledged state. Never blocks, never does I/O. What another server committed shows a moment
    /// later.
    TableSnapshot<K, R> snapshot();

    /// The state with all that any server has committed by now: for answers that must not be a moment old.
    ///
    /// @throws training.powerbi.model.error.PortalException STORAGE_UNAVAILABLE when nobody can tell
    default TableSnapshot<K, R> newest() {
        update(now -> Verdict.unchanged(true));
        return snapshot();
    }

    /// Runs the decision against the newest state, whichever server made it, and returns once its rows, and its notes,
    /// are durable. What the decision throws is thrown here and changes nothing.
    ///
    /// @throws training.powerbi.model.error.PortalException STORAGE_FULL or STORAGE_UNAVAILABLE when the
    /// store cannot write
    <T> CommitResult<T> update(Decision<K, R, T> decision);

    /// As [#update(Decision)], without waiting. The future completes on the writer's thread; do nothing slow
    /// there.
    <T> CompletableFuture<CommitResult<T>> submit(Decision<K, R, T> decision);

    /// As [#update(Decision)], for a change that nobody waits for in front of a screen: where commits cost, it may
    /// gather with others for a few seconds first. It too returns once it is durable.
    default <T> CommitResult<T> updatePaced(Decision<K, R, T> decision) {
        return update(decision);
    }

    /// As [#submit(Decision)], for such a change.
    default <T> CompletableFuture<CommitResult<T>> submitPaced(Decision<K, R, T> decision) {
        return submit(decision);
    }

    /// Upserts the rows as they are.
    default CommitResult<List<R>> append(List<R> rows) {
        return update(now -> Verdict.upsert(rows));
    }

    /// Calls the listener once per version with what changed, in order, after callers were acknowledged; own
    /// and foreign commits alike. Listeners share one thread per table: they must not block.
    void onChange(Consumer<TableChange<K, R>> listener);
}
