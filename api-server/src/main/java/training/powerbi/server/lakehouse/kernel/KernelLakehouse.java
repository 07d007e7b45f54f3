package training.powerbi.server.lakehouse.kernel;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.lakehouse.DeltaTable;
import training.powerbi.server.lakehouse.Lakehouse;
import training.powerbi.server.lakehouse.NoteKeeper;
import training.powerbi.server.lakehouse.StoreStatus;
import training.powerbi.server.lakehouse.TableDefinition;
import training.powerbi.server.lakehouse.fileio.StoreFiles;
import training.powerbi.server.lakehouse.fileio.StoreLock;

/// All tables of one data folder, which this process has to itself.
final class KernelLakehouse implements Lakehouse, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KernelLakehouse.class);

    private final TableOpening opening;
    private final StoreLock lock;
    private final Map<String, KernelTable<?, ?>> tables = new ConcurrentHashMap<>();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService background = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("housekeeping").factory());
    private final ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("log-watcher").factory());
    private final ScheduledFuture<?> polling;
    private volatile @Nullable NoteKeeper keeper;

    /// @throws IllegalStateException when another server uses the folder
    KernelLakehouse(StoreProperties properties, StoreFiles files, Consumer<CommitReport> reports, Clock clock)
            throws IOException {
        this.lock = StoreLock.acquire(properties.directory());
        this.opening =
                new TableOpening(properties, new StoreEngine(files), workers, background, () -> keeper, reports, clock);
        var interval = properties.pollInterval().toMillis();
        this.polling = watcher.scheduleWithFixedDelay(this::poll, interval, interval, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized <K, R extends Record> DeltaTable<K, R> table(TableDefinition<K, R> definition) {
        if (tables.containsKey(definition.name())) {
            throw new IllegalStateException("Table " + definition.name() + " is open already");
        }
        try {
            var table = opening.open(definition);
            tables.put(definition.name(), table);
            return table;
        } catch (IOException e) {
            throw new PortalException(
                    ErrorCode.STORAGE_UNAVAILABLE,
                    e instanceof DamagedFileException
                            ? String.valueOf(e.getMessage())
                            : "Table " + definition.name() + " cannot be opened: " + e.getMessage(),
                    e);
        }
    }

    @Override
    public long revision() {
        return tables.values().stream()
                .filter(table -> table.definition().inRevision())
                .mapToLong(table -> table.snapshot().version())
                .sum();
    }

    @Override
    public long revisionAt(String table, long version) {
        return tables.values().stream()
                .filter(each -> each.definition().inRevision())
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

    /// Hands to the keeper what a crash left out. What fails is tried again by and by.
    void deliverNotes() {
        tables.values().forEach(KernelTable::settle);
    }

    @Override
    public StoreStatus status() {
        var problems = new ArrayList<String>();
        var rows = new LinkedHashMap<String, Integer>();
        var writable = true;
        Instant last = null;
        for (var table : tables.values()) {
            problems.addAll(table.problems());
            rows.put(table.name(), table.snapshot().size());
            writable &= table.writer().trouble() == null;
            var at = table.writer().lastCommitAt();
            last = last == null || (at != null && at.isAfter(last)) ? at : last;
        }
        return new StoreStatus("local", writable, last, problems, rows);
    }

    @Override
    public void close() throws IOException {
        polling.cancel(false);
        watcher.close();
        // First everything that waits, while keepers can still write to their own tables.
        tables.values().forEach(KernelTable::settle);
        tables.values().forEach(KernelTable::finish);
        // Until the last checkpoint is written the folder is ours: the next server must not find us at work in it.
        background.close();
        workers.close();
        lock.close();
    }

    private void poll() {
        for (var table : tables.values()) {
            try {
                table.poll();
            } catch (RuntimeException e) {
                LOG.error(
                        "The watcher failed on table {}",
                        Objects.requireNonNull(table).name(),
                        e);
            }
        }
    }
}
