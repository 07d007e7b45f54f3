package training.powerbi.lakehouse.memory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.Index;
import training.powerbi.lakehouse.TableChange;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.lakehouse.TableSnapshot;

/// The next state of a table under way: decisions of one batch see the effects of those before them in it.
/// Of use to the writer's thread only.
public final class StateEdit<K, R extends Record> implements TableSnapshot<K, R> {
    /// A row whose file is decided later.
    public static final int NO_SLOT = -1;

    private final TableState<K, R> base;
    private final RowMap<K, R>.Edit map;
    private final List<RowIndex<K, R>.Edit> indexes;
    // What each changed key had in the base, null for nothing; in the order of the first change.
    private final Map<K, Optional<R>> touched = new LinkedHashMap<>();

    private final boolean tracking;

    StateEdit(TableState<K, R> base, boolean tracking) {
        this.base = base;
        this.tracking = tracking;
        this.map = base.rowMap().edit();
        this.indexes = new ArrayList<>();
        base.indexes().forEach(index -> indexes.add(index.edit()));
    }

    public TableState<K, R> base() {
        return base;
    }

    public void expect(int rows) {
        map.expect(rows);
    }

    /// Upserts the row and says whether that changed anything.
    public boolean put(R row) {
        return put(row, NO_SLOT);
    }

    public boolean put(R row, int slot) {
        var key = definition().key().apply(row);
        var before = map.get(key);
        if (before != null && row.equals(before)) {
            if (slot != NO_SLOT) {
                map.put(key, before, slot);
            }
            return false;
        }
        map.put(key, row, slot);
        note(key, before);
        indexes.forEach(index -> index.replace(before, row));
        return true;
    }

    /// As [#put(Record)], for a row that was decided on: a table that only grows has a say in what it becomes, and
    /// keeps
    /// what is there.
    public boolean enter(R row) {
        var growth = definition().growth();
        if (growth == null) {
            return put(row);
        }
        return map.get(definition().key().apply(row)) == null && put(growth.entered(this, row));
    }

    /// Puts a row that should be new, and says whether it was.
    public boolean putNew(K key, R row, int slot) {
        if (!map.putIfAbsent(key, row, slot)) {
            return false;
        }
        note(key, null);
        indexes.forEach(index -> index.replace(null, row));
        return true;
    }

    public boolean remove(K key) {
        var before = map.remove(key);
        if (before == null) {
            return false;
        }
        note(key, before);
        indexes.forEach(index -> index.replace(before, null));
        return true;
    }

    /// Puts the row, which is in the map already, into the slot.
    public void place(K key, R row, int slot) {
        map.put(key, row, slot);
    }

    @Nullable
    R get(K key) {
        return map.get(key);
    }

    int slot(K key) {
        return map.slot(key);
    }

    /// Whether the row is one that the table keeps although no file has it any more.
    public boolean isKeptWithoutFile(K key, R row) {
        return map.slot(key) == NO_SLOT && row.equals(map.get(key));
    }

    /// Whether rows were touched since the base.
    public boolean hasChanges() {
        return !touched.isEmpty();
    }

    /// The differences to the base; rows that were changed and changed back are none.
    public List<TableChange.Row<K, R>> changes() {
        var changes = new ArrayList<TableChange.Row<K, R>>(touched.size());
        touched.forEach((key, was) -> {
            var before = was.orElse(null);
            var after = map.get(key);
            if (before == null ? after != null : !before.equals(after)) {
                changes.add(new TableChange.Row<>(key, before, after));
            } else if (before != null) {
                // Changed and changed back: its file still holds it.
                map.put(key, before, base.rowMap().slot(key));
            }
        });
        return changes;
    }

    public TableState<K, R> freeze(long version, Layout<R> layout) {
        List<RowIndex<K, R>> frozen = new ArrayList<>(indexes.size());
        indexes.forEach(index -> frozen.add(index.freeze()));
        return new TableState<>(definition(), version, map.freeze(), List.copyOf(frozen), layout);
    }

    @Override
    public long version() {
        return base.version();
    }

    @Override
    public Optional<R> find(K key) {
        return Optional.ofNullable(map.get(key));
    }

    @Override
    public List<R> select(Index<R> index, Object value) {
        for (var known : indexes) {
            if (known.index().equals(index)) {
                return known.select(value);
            }
        }
        throw TableState.noIndex(definition(), index);
    }

    @Override
    public Stream<R> rows() {
        return map.rows();
    }

    @Override
    public int size() {
        return map.size();
    }

    private TableDefinition<K, R> definition() {
        return base.definition();
    }

    private void note(K key, @Nullable R before) {
        if (tracking) {
            touched.putIfAbsent(key, Optional.ofNullable(before));
        }
    }
}
