package training.powerbi.lakehouse.load;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import training.powerbi.lakehouse.ForeignChange;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.lakehouse.memory.StateEdit;
import training.powerbi.lakehouse.memory.TableState;

/// What a table that only grows has to be given back after another program took rows from it. The rows, and one that
/// tells of it, are written in one commit: whoever finds the rows again finds why. Of use to the writer's thread, but
/// for [#problems()].
public final class Restoration<K, R extends Record> {
    private static final Logger SECURITY = LoggerFactory.getLogger("security");
    // Health tells of what happened; it is no archive.
    private static final int MOST_PROBLEMS = 20;

    private final TableDefinition<K, R> definition;
    private final Map<K, R> rows = new LinkedHashMap<>();
    private final Set<K> witnesses = new HashSet<>();
    private boolean unmarked;
    private volatile List<String> problems = List.of();

    public Restoration(TableDefinition<K, R> definition) {
        this.definition = definition;
    }

    /// Another program removed or changed the rows.
    public void owe(ForeignChange change, List<R> lost) {
        var growth = definition.growth();
        if (growth == null) {
            return;
        }
        lost.forEach(row -> rows.putIfAbsent(definition.key().apply(row), row));
        var told = growth.witness(change);
        var key = definition.key().apply(told);
        rows.putIfAbsent(key, told);
        witnesses.add(key);
        SECURITY.warn(
                "foreign change of an append-only table={} version={} rows={}",
                change.table(),
                change.version(),
                change.rows());
        note("Table " + change.table() + ": in version " + change.version() + " another program "
                + (change.rows() == 0
                        ? "took away the mark that the table may only grow; the portal sets it again."
                        : "removed or changed " + change.rows()
                                + (change.rows() == 1 ? " row" : " rows")
                                + "; the portal keeps them and writes them again. Find out who writes there."));
    }

    /// The table is not marked as one that only grows.
    public void oweMark() {
        unmarked = definition.appendOnly();
    }

    void note(String problem) {
        var all = new ArrayList<>(problems);
        all.add(problem);
        problems = List.copyOf(all.subList(Math.max(0, all.size() - MOST_PROBLEMS), all.size()));
    }

    public boolean isDue() {
        return unmarked || !rows.isEmpty();
    }

    public boolean owesMark() {
        return unmarked;
    }

    /// Of what is owed.
    public Set<K> keys() {
        return Set.copyOf(rows.keySet());
    }

    /// Whether this row is owed, as it was; whoever brings it does no harm.
    boolean isOwed(K key, R row) {
        return row.equals(rows.get(key));
    }

    /// Another portal server owed the same and was first: what its commit brought is owed no more, or the two would
    /// write the same rows in turn.
    ///
    /// @param marked whether it marked the table as one that only grows
    public void drop(TableState<K, R> state, boolean marked) {
        rows.keySet().removeIf(key -> isStored(state, key));
        witnesses.retainAll(rows.keySet());
        unmarked &= !marked;
    }

    /// One that tells of a change is entered as whoever was first has it; the others are what they were.
    private boolean isStored(TableState<K, R> state, K key) {
        var file = state.layout().file(state.rowMap().slot(key));
        return file != null
                && file.clean()
                && (witnesses.contains(key)
                        || state.find(key).filter(row -> isOwed(key, row)).isPresent());
    }

    /// What is given back is what it was; only the rows that tell of it are new.
    public void enterInto(StateEdit<K, R> edit) {
        rows.forEach((key, row) -> {
            if (witnesses.contains(key)) {
                edit.enter(row);
            } else {
                edit.put(row);
            }
        });
    }

    public void done() {
        rows.clear();
        witnesses.clear();
        unmarked = false;
    }

    /// What happened since the start, for health.
    public List<String> problems() {
        return problems;
    }
}
