package training.powerbi.lakehouse.journal;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import training.powerbi.lakehouse.CommitResult;
import training.powerbi.lakehouse.Decision;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.TableChange;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.lakehouse.TableSnapshot;
import training.powerbi.lakehouse.files.StorageFailure;

/// A table that goes on while its store is away. Decisions are then made on what is known. What changes nothing is
/// answered; what changes rows is kept in the journal, if the table has one, and refused if not. When the store is
/// back, the journal is brought there before anything else is decided.
public final class JournaledTable<K, R extends Record> implements DeltaTable<K, R>, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JournaledTable.class);

    private final TableDefinition<K, R> definition;
    private final DeltaTable<K, R> table;
    private final Absence absence;
    private final @Nullable RowJournal<K, R> journal;
    private final List<Consumer<TableChange<K, R>>> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService dispatch;
    // Held while a decision is made on this server alone, and while the journal is brought to the store.
    private final ReentrantLock deciding = new ReentrantLock();
    private volatile Overlay<K, R> overlay;

    JournaledTable(
            TableDefinition<K, R> definition,
            DeltaTable<K, R> table,
            Absence absence,
            @Nullable RowJournal<K, R> journal) {
        this.definition = definition;
        this.table = table;
        this.absence = absence;
        this.journal = journal;
        this.overlay = journal == null ? Overlay.none() : journal.found();
        this.dispatch = Executors.newSingleThreadExecutor(
                Thread.ofVirtual().name("journal-" + definition.name()).factory());
    }

    @Override
    public String name() {
        return table.name();
    }

    @Override
    public TableSnapshot<K, R> snapshot() {
        var merge = definition.merge();
        // The changes first: when they are in the store meanwhile, they make no difference.
        var changes = overlay;
        var stored = table.snapshot();
        return changes.isEmpty() || merge == null ? stored : new OverlaySnapshot<>(definition, merge, stored, changes);
    }

    /// While the store is away, what is known is the newest there is.
    @Override
    public TableSnapshot<K, R> newest() {
        if (!absence.isAway()) {
            table.newest();
        }
        return snapshot();
    }

    /// How many rows the store has not as they are here.
    public int waiting() {
        return overlay.changes().size();
    }

    @Override
    public <T> CommitResult<T> update(Decision<K, R, T> decision) {
        return decided(decision, table::update);
    }

    @Override
    public <T> CommitResult<T> updatePaced(Decision<K, R, T> decision) {
        return decided(decision, table::updatePaced);
    }

    @Override
    public <T> CompletableFuture<CommitResult<T>> submit(Decision<K, R, T> decision) {
        return submitted(decision, () -> table.submit(decision));
    }

    @Override
    public <T> CompletableFuture<CommitResult<T>> submitPaced(Decision<K, R, T> decision) {
        return submitted(decision, () -> table.submitPaced(decision));
    }

    private <T> CommitResult<T> decided(
            Decision<K, R, T> decision, Function<Decision<K, R, T>, CommitResult<T>> stored) {
        var here = decideHere(decision);
        return here == null ? stored.apply(decision) : here;
    }

    private <T> CompletableFuture<CommitResult<T>> submitted(
            Decision<K, R, T> decision, Supplier<CompletableFuture<CommitResult<T>>> stored) {
        try {
            var here = decideHere(decision);
            return here == null ? stored.get() : CompletableFuture.completedFuture(here);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /// @return null when the decision is the store's to make
    private <T> @Nullable CommitResult<T> decideHere(Decision<K, R, T> decision) {
        if (!absence.isAway() && overlay.isEmpty()) {
            return null;
        }
        deciding.lock();
        try {
            if (!absence.isAway()) {
                bring();
                return null;
            }
            return kept(decision);
        } catch (IOException e) {
            throw StorageFailure.of(e);
        } finally {
            deciding.unlock();
        }
    }

    private <T> CommitResult<T> kept(Decision<K, R, T> decision) throws IOException {
        var now = snapshot();
        var verdict = decision.decide(now);
        var changes = new LinkedHashMap<K, RowChange<R>>();
        verdict.deletes().forEach(key -> change(now, key, null, changes));
        verdict.upserts().forEach(row -> change(now, definition.key().apply(row), row, changes));
        if (changes.isEmpty()) {
            return new CommitResult<>(now.version(), false, verdict.answer());
        }
        if (journal == null || !verdict.notes().isEmpty()) {
            throw absence.refusal();
        }
        var all = overlay.with(changes);
        journal.add(changes, all);
        overlay = all;
        announce(now.version(), changes);
        return new CommitResult<>(now.version(), true, verdict.answer());
    }

    private static <K, R extends Record> void change(
            TableSnapshot<K, R> now, K key, @Nullable R after, Map<K, RowChange<R>> changes) {
        var change = new RowChange<>(now.find(key).orElse(null), after);
        if (!change.isNothing()) {
            changes.put(key, change);
        }
    }

    private void announce(long version, Map<K, RowChange<R>> changes) {
        var rows = changes.entrySet().stream()
                .map(each -> new TableChange.Row<>(
                        each.getKey(), each.getValue().before(), each.getValue().after()))
                .toList();
        var change = new TableChange<K, R>(version, false, rows);
        listeners.forEach(listener -> dispatch.execute(() -> tell(listener, change)));
    }

    private void tell(Consumer<TableChange<K, R>> listener, TableChange<K, R> change) {
        try {
            listener.accept(change);
        } catch (RuntimeException e) {
            LOG.error("A listener to {} failed", name(), e);
        }
    }

    /// Brings what waits to the store, which is there.
    ///
    /// @throws training.powerbi.model.error.PortalException STORAGE_UNAVAILABLE when it is not; all stays as it is
    public void bringWaiting() throws IOException {
        if (overlay.isEmpty()) {
            return;
        }
        deciding.lock();
        try {
            bring();
        } finally {
            deciding.unlock();
        }
    }

    private void bring() throws IOException {
        var merge = definition.merge();
        if (overlay.isEmpty() || merge == null || journal == null) {
            return;
        }
        var changes = overlay;
        var brought = table.update(now -> changes.brought(now, merge));
        // Should the process end here, they are brought once more and make no difference.
        journal.clear();
        overlay = Overlay.none();
        LOG.info("{}: {} rows changed while the store was away are there now", name(), brought.answer());
    }

    @Override
    public void onChange(Consumer<TableChange<K, R>> listener) {
        listeners.add(listener);
        table.onChange(listener);
    }

    @Override
    public void close() throws IOException {
        dispatch.shutdown();
        if (journal != null) {
            journal.close();
        }
    }
}
