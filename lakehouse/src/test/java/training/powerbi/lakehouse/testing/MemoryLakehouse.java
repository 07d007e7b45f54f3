package training.powerbi.lakehouse.testing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Lakehouse;
import training.powerbi.lakehouse.NoteKeeper;
import training.powerbi.lakehouse.StoreStatus;
import training.powerbi.lakehouse.TableDefinition;

/// A store in memory for tests of features: same promises as the real one, except that nothing survives it and
/// that listeners have been called when an update returns.
public final class MemoryLakehouse implements Lakehouse {
    private final Map<String, MemoryTable<?, ?>> tables = new LinkedHashMap<>();
    // One lock for all tables: a keeper writes to another table while its own update is under way.
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable NoteKeeper keeper;

    @Override
    public <K, R extends Record> DeltaTable<K, R> table(TableDefinition<K, R> definition) {
        lock.lock();
        try {
            var table = new MemoryTable<>(definition, lock, this::keeper);
            if (tables.putIfAbsent(definition.name(), table) != null) {
                throw new IllegalStateException("Table " + definition.name() + " is open already");
            }
            return table;
        } finally {
            lock.unlock();
        }
    }

    /// Plays another program that commits rows to the table.
    @SuppressWarnings("unchecked") // the caller names the table's own row type
    public <R extends Record> void commitAsForeigner(String table, List<R> rows) {
        ((MemoryTable<Object, R>) Objects.requireNonNull(tables.get(table), table)).commitAsForeigner(rows);
    }

    @Override
    public long revision() {
        return tables.values().stream()
                .filter(MemoryTable::inRevision)
                .mapToLong(table -> table.snapshot().version())
                .sum();
    }

    @Override
    public long revisionAt(String table, long version) {
        return tables.values().stream()
                .filter(MemoryTable::inRevision)
                .mapToLong(each ->
                        each.name().equals(table) ? version : each.snapshot().version())
                .sum();
    }

    @Override
    public void keepNotes(NoteKeeper newKeeper) {
        if (keeper != null) {
            throw new IllegalStateException("There is a note keeper already");
        }
        keeper = newKeeper;
    }

    @Override
    public StoreStatus status() {
        var rows = new LinkedHashMap<String, Integer>();
        tables.forEach((name, table) -> rows.put(name, table.snapshot().size()));
        return new StoreStatus("memory", true, Instant.EPOCH, List.of(), rows);
    }

    private NoteKeeper keeper() {
        if (keeper == null) {
            throw new IllegalStateException("A decision carries a note, but no note keeper is registered");
        }
        return keeper;
    }
}
