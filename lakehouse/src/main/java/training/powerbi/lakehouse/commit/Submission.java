package training.powerbi.lakehouse.commit;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.CommitNote;
import training.powerbi.lakehouse.CommitResult;
import training.powerbi.lakehouse.Decision;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.lakehouse.files.RequestMark;
import training.powerbi.lakehouse.memory.StateEdit;
import training.powerbi.lakehouse.rowfile.RowMapping;

/// One caller's decision on its way through the writer. It may be decided several times before it is
/// completed once.
final class Submission<K, R extends Record, T> implements Task {
    private final Decision<K, R, T> decision;
    private final CompletableFuture<CommitResult<T>> future = new CompletableFuture<>();
    private final Optional<String> mark = RequestMark.known();
    private @Nullable Verdict<K, R, T> verdict;
    private @Nullable Throwable refusal;
    private boolean changed;
    // Whether it saw rows of the batch that are not committed yet: its answer holds only if they are.
    private boolean dependent;

    Submission(Decision<K, R, T> decision) {
        this.decision = decision;
    }

    /// Whose request it is.
    Optional<String> mark() {
        return mark;
    }

    CompletableFuture<CommitResult<T>> future() {
        return future;
    }

    /// Decides on the edit and applies the verdict to it.
    ///
    /// @return the notes of a verdict that changed something
    List<CommitNote> decide(StateEdit<K, R> edit, RowMapping<R> mapping, boolean notesAllowed) {
        verdict = null;
        refusal = null;
        changed = false;
        dependent = edit.hasChanges();
        try {
            var decided = decision.decide(edit);
            decided.upserts().forEach(mapping::check);
            if (!decided.notes().isEmpty() && !notesAllowed) {
                throw new IllegalStateException(
                        "A decision carries a note, but the table has none, or no note keeper is registered");
            }
            for (var key : decided.deletes()) {
                changed |= edit.remove(key);
            }
            for (var row : decided.upserts()) {
                changed |= edit.enter(row);
            }
            verdict = decided;
            return changed ? decided.notes() : List.of();
        } catch (Throwable e) {
            // Whatever a decision throws is its caller's alone; the writer and the others go on.
            refusal = e;
            return List.of();
        }
    }

    /// @param committed the version that shows the batch
    /// @param base the version the batch began with
    void complete(long base, long committed) {
        var decided = verdict;
        if (decided == null) {
            future.completeExceptionally(refusal == null ? new IllegalStateException("Not decided") : refusal);
        } else {
            future.complete(new CommitResult<>(
                    changed || dependent ? committed : base, changed && committed != base, decided.answer()));
        }
    }

    /// The batch could not be committed. Those who neither changed nor saw anything of it are served.
    void fail(long base, Throwable failure) {
        if (changed || dependent || (verdict == null && refusal == null)) {
            refuse(failure);
        } else {
            complete(base, base);
        }
    }

    void refuse(Throwable failure) {
        future.completeExceptionally(failure);
    }
}
