package training.powerbi.lakehouse.log;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.CommitNote;
import training.powerbi.lakehouse.NoteKeeper;

/// Hands the notes of durable commits to the keeper, in order, until it has taken them. Of use to the writer's
/// thread only.
public final class NoteDelivery {
    private static final int MOST_FOREIGN = 1_000;

    private sealed interface Owed {
        record Notes(long version, List<CommitNote> notes) implements Owed {}

        record Foreign(long version, String operation, int changedRows) implements Owed {}
    }

    private final String table;
    private final Supplier<@Nullable NoteKeeper> keeper;
    private final Deque<Owed> owed = new ArrayDeque<>();
    private volatile boolean waiting;

    public NoteDelivery(String table, Supplier<@Nullable NoteKeeper> keeper) {
        this.table = table;
        this.keeper = keeper;
    }

    public boolean hasKeeper() {
        return keeper.get() != null;
    }

    /// Whether notes are owed to a keeper that has not come yet, as while the server starts.
    public boolean awaitsKeeper() {
        return !hasKeeper() && owed.stream().anyMatch(Owed.Notes.class::isInstance);
    }

    /// Whether anything is still to be delivered; may be asked by any thread.
    public boolean isWaiting() {
        return waiting;
    }

    public void oweNotes(long version, List<CommitNote> notes) {
        if (!notes.isEmpty()) {
            owe(new Owed.Notes(version, notes));
        }
    }

    public void oweForeign(long version, String operation, int changedRows) {
        if (changedRows > 0) {
            owe(new Owed.Foreign(version, operation, changedRows));
        }
    }

    /// Delivers all. Without a keeper, reports of foreign commits wait; notes must not, because a later commit
    /// would hide them from recovery.
    public void deliver() {
        var present = keeper.get();
        while (!owed.isEmpty()) {
            var next = owed.peekFirst();
            if (present == null && next instanceof Owed.Notes) {
                throw new IllegalStateException(
                        "Table " + table + " has commit notes to keep, but no note keeper is registered");
            }
            if (present == null) {
                return;
            }
            switch (next) {
                case Owed.Notes(var version, var notes) -> present.keep(table, version, notes);
                case Owed.Foreign(var version, var operation, var rows) ->
                    present.keepForeign(table, version, operation, rows);
            }
            owed.removeFirst();
        }
        waiting = false;
    }

    private void owe(Owed next) {
        if (next instanceof Owed.Foreign && owed.size() >= MOST_FOREIGN) {
            owed.removeFirst();
        }
        owed.addLast(next);
        waiting = true;
    }
}
