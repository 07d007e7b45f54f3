package training.powerbi.server.store;

import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.CommitResult;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Lakehouse;
import training.powerbi.lakehouse.TableChange;

/// The one place where rows, changes and events get their revision, so that none is told a number that is newer than
/// it.
@Component
public class Revisions {
    private final Lakehouse lakehouse;

    public Revisions(Lakehouse lakehouse) {
        this.lakehouse = lakehouse;
    }

    /// The table's rows as they are now.
    public <K, R extends Record> Reading<K, R> read(DeltaTable<K, R> table) {
        // The number first: rows that arrive between the two are newer than it says, which does no harm.
        long revision = lakehouse.revision();
        return new Reading<>(table.snapshot(), revision);
    }

    /// The number for what a commit of the table came to.
    public <T> Committed<T> of(DeltaTable<?, ?> table, CommitResult<T> result) {
        return new Committed<>(result.answer(), lakehouse.revisionAt(table.name(), result.version()));
    }

    /// The number for events that announce a change of the table.
    public <K, R extends Record> long of(DeltaTable<K, R> table, TableChange<K, R> change) {
        return lakehouse.revisionAt(table.name(), change.version());
    }
}
