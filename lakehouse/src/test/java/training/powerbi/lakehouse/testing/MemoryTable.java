package training.powerbi.lakehouse.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.CommitNote;
import training.powerbi.lakehouse.CommitResult;
import training.powerbi.lakehouse.Decision;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.NoteKeeper;
import training.powerbi.lakehouse.TableChange;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.lakehouse.TableSnapshot;

final class MemoryTable<K, R extends Record> implements DeltaTable<K, R> {
    private record Pending<K, R extends Record>(
            MemorySnapshot<K, R> next, List<CommitNote> notes, TableChange<K, R> change) {}

    private final TableDefinition<K, R> definition;
    private final ReentrantLock lock;
    private final Supplier<NoteKeeper> keeper;
    private final List<Consumer<TableChange<K, R>>> listeners = new CopyOnWriteArrayList<>();
    private volatile MemorySnapshot<K, R> current;
    private @Nullable Pending<K, R> pending;

    MemoryTable(TableDefinition<K, R> definition, ReentrantLock lock, Supplier<NoteKeeper> keeper) {
        this.definition = definition;
        this.lock = lock;
        this.keeper = keeper;
        this.current = new MemorySnapshot<>(definition, 0, Map.of());
    }

    boolean inRevision() {
        return definition.inRevision();
    }

    @Override
    public String name() {
        return definition.name();
    }

    @Override
    public TableSnapshot<K, R> snapshot() {
        return current;
    }

    @Override
    public <T> CommitResult<T> update(Decision<K, R, T> decision) {
        lock.lock();
        try {
            publishPending();
            var verdict = decision.decide(current);
            var changed = commit(verdict.upserts(), verdict.deletes(), verdict.notes(), false);
            return new CommitResult<>(current.version(), changed, verdict.answer());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public <T> CompletableFuture<CommitResult<T>> submit(Decision<K, R, T> decision) {
        try {
            return CompletableFuture.completedFuture(update(decision));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public void onChange(Consumer<TableChange<K, R>> listener) {
        listeners.add(listener);
    }

    void commitAsForeigner(List<R> rows) {
        lock.lock();
        try {
            publishPending();
            if (commit(rows, List.of(), List.of(), true)) {
                keeper.get().keepForeign(name(), current.version(), "WRITE", rows.size());
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean commit(List<R> upserts, List<K> deletes, List<CommitNote> notes, boolean foreign) {
        var rows = new LinkedHashMap<>(current.byKey());
        deletes.forEach(rows::remove);
        upserts.forEach(
                row -> rows.put(definition.key().apply(RowCheck.complete(row)), foreign ? row : entered(row, rows)));
        var changes = differences(current.byKey(), rows);
        if (changes.isEmpty()) {
            return false;
        }
        var next = new MemorySnapshot<>(definition, current.version() + 1, rows);
        pending = new Pending<>(next, notes, new TableChange<>(next.version(), foreign, changes));
        publishPending();
        return true;
    }

    private R entered(R row, Map<K, R> rows) {
        var growth = definition.growth();
        if (growth == null) {
            return row;
        }
        var there = rows.get(definition.key().apply(row));
        return there != null ? there : growth.entered(new MemorySnapshot<>(definition, current.version(), rows), row);
    }

    private void publishPending() {
        var waiting = pending;
        if (waiting != null) {
            if (!waiting.notes().isEmpty()) {
                keeper.get().keep(name(), waiting.next().version(), waiting.notes());
            }
            current = waiting.next();
            pending = null;
            listeners.forEach(listener -> listener.accept(waiting.change()));
        }
    }

    private List<TableChange.Row<K, R>> differences(Map<K, R> before, Map<K, R> after) {
        var changes = new ArrayList<TableChange.Row<K, R>>();
        before.forEach((key, row) -> {
            if (!after.containsKey(key)) {
                changes.add(new TableChange.Row<>(key, row, null));
            }
        });
        after.forEach((key, row) -> {
            if (!Objects.equals(before.get(key), row)) {
                changes.add(new TableChange.Row<>(key, before.get(key), row));
            }
        });
        return changes;
    }
}
