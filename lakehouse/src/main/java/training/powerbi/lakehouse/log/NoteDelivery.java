package training.powerbi.lakehouse.log;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.CommitNote;
import training.powerbi.lakehouse.NoteKeeper;

/// Hands the notes of durable commits to the keeper, in order, until it has taken them. Of use to the writer's
/// thread only.
public final class NoteDelivery {
    /// How long another server has to deliver the notes of its own commits before all others do it too.
    static final Duration COLLEAGUE_PATIENCE = Duration.ofSeconds(30);

    /// How far before our newest commit there may be another server's whose notes nobody has delivered.
    static final Duration LOOK_BACK = COLLEAGUE_PATIENCE.multipliedBy(4);

    private static final int MOST_FOREIGN = 1_000;

    /// Notes of another server's commit, for the time when it has not delivered them.
    private record Colleagues(long due, long version, List<CommitNote> notes) {}

    private sealed interface Owed {
        record Notes(long version, List<CommitNote> notes) implements Owed {}

        record Foreign(long version, String operation, int changedRows) implements Owed {}
    }

    private final String table;
    private final Supplier<@Nullable NoteKeeper> keeper;
    private final Clock clock;
    private final Deque<Owed> owed = new ArrayDeque<>();
    private final Deque<Colleagues> later = new ArrayDeque<>();
    private volatile boolean waiting;
    private volatile long nextDue = Long.MAX_VALUE;
    private volatile @Nullable NoteSearch search;

    public NoteDelivery(String table, Supplier<@Nullable NoteKeeper> keeper, Clock clock) {
        this.clock = clock;
        this.table = table;
        this.keeper = keeper;
    }

    public boolean hasKeeper() {
        return keeper.get() != null;
    }

    /// Whether notes are owed to a keeper that has not come yet, as while the server starts.
    public boolean awaitsKeeper() {
        return !hasKeeper() && (clock.millis() >= nextDue || owed.stream().anyMatch(Owed.Notes.class::isInstance));
    }

    /// Whether anything is still to be delivered, or searched for; may be asked by any thread.
    public boolean isWaiting() {
        return waiting || search != null || clock.millis() >= nextDue;
    }

    /// What is found comes first.
    public void await(NoteSearch begun) {
        search = begun;
    }

    /// Waits for what is searched for. A commit must: it would hide from the next search what this one has not found.
    ///
    /// @throws IOException when it cannot be read; the next call waits anew
    public void recover() throws IOException {
        var begun = search;
        if (begun != null) {
            owe(begun.found());
            search = null;
        }
    }

    /// What the keeper has not taken yet, for a commit that is made before there is one: it carries them on, or it
    /// would hide them from the next search.
    ///
    /// @throws IOException when what is owed cannot be read
    public List<CommitNote> undelivered() throws IOException {
        recover();
        var all = new ArrayList<CommitNote>();
        for (var each : owed) {
            if (each instanceof Owed.Notes owes) {
                all.addAll(owes.notes());
            }
        }
        later.forEach(each -> all.addAll(each.notes()));
        return all;
    }

    public void owe(List<NoteSearch.Found> found) {
        found.forEach(each -> owe(each.commit(), each.changedRows()));
    }

    /// Whether all is known that is owed, and whom it is owed to is there. While nobody is there, nobody waits.
    ///
    /// @throws IOException when what is owed cannot be read
    public boolean isReady() throws IOException {
        var begun = search;
        if (begun != null && !begun.isOver() && !hasKeeper()) {
            return false;
        }
        recover();
        return !awaitsKeeper();
    }

    /// Takes note of a commit that was read in the log.
    ///
    /// @param changedRows of a foreign one
    public void owe(LogVersion commit, int changedRows) {
        switch (commit.author()) {
            case THIS_SERVER -> oweNotes(commit.version(), commit.notes());
            case COLLEAGUE -> oweLater(commit);
            case OTHER_PROGRAM -> oweForeign(commit.version(), commit.operation(), changedRows);
        }
    }

    /// The keeper ignores what it has been told, but each try would cost a commit that others meet: its own server
    /// comes first.
    private void oweLater(LogVersion commit) {
        if (commit.notes().isEmpty()) {
            return;
        }
        var present = keeper.get();
        if (present != null) {
            present.hear(commit.notes());
        }
        // By the clock of this server, unless it is long ago by any.
        var now = clock.millis();
        var due = commit.time() < now - LOOK_BACK.toMillis() ? now : now + COLLEAGUE_PATIENCE.toMillis();
        later.addLast(new Colleagues(due, commit.version(), commit.notes()));
        nextDue = Math.min(nextDue, due);
    }

    private void collectDue() {
        while (!later.isEmpty() && later.getFirst().due() <= clock.millis()) {
            var next = later.removeFirst();
            oweNotes(next.version(), next.notes());
        }
        nextDue = later.isEmpty() ? Long.MAX_VALUE : later.getFirst().due();
    }

    public void oweNotes(long version, List<CommitNote> notes) {
        if (!notes.isEmpty()) {
            owe(new Owed.Notes(version, notes));
        }
    }

    private void oweForeign(long version, String operation, int changedRows) {
        if (changedRows > 0) {
            owe(new Owed.Foreign(version, operation, changedRows));
        }
    }

    /// Delivers all. Without a keeper, reports of foreign commits wait; notes must not, because a later commit
    /// would hide them from recovery.
    public void deliver() {
        collectDue();
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
