package training.powerbi.server.lakehouse.kernel;

import io.delta.kernel.defaults.engine.fileio.FileIO;
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
import training.powerbi.server.lakehouse.DeltaTable;
import training.powerbi.server.lakehouse.Lakehouse;
import training.powerbi.server.lakehouse.NoteKeeper;
import training.powerbi.server.lakehouse.StoreStatus;
import training.powerbi.server.lakehouse.TableDefinition;
import training.powerbi.server.lakehouse.fileio.StoreLock;

/// All tables of one data folder, which this process has to itself.
final class KernelLakehouse implements Lakehouse, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KernelLakehouse.class);

    private final StoreProperties properties;
    private final StoreEngine engine;
    private final Consumer<CommitReport> reports;
    private final Clock clock;
    private final StoreLock lock;
    private final Map<String, KernelTable<?, ?>> tables = new ConcurrentHashMap<>();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("log-watcher").factory());
    private final ScheduledFuture<?> polling;
    private volatile @Nullable NoteKeeper keeper;

    /// @throws IllegalStateException when another server uses the folder
    KernelLakehouse(StoreProperties properties, FileIO files, Consumer<CommitReport> reports, Clock clock)
            throws IOException {
        this.properties = properties;
        this.engine = new StoreEngine(files);
        this.reports = reports;
        this.clock = clock;
        this.lock = StoreLock.acquire(properties.directory());
        var interval = properties.pollInterval().toMillis();
        this.polling = watcher.scheduleWithFixedDelay(this::poll, interval, interval, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized <K, R extends Record> DeltaTable<K, R> table(TableDefinition<K, R> definition) {
        if (tables.containsKey(definition.name())) {
            throw new IllegalStateException("Table " + definition.name() + " is open already");
        }
        try {
            var table = open(definition);
            tables.put(definition.name(), table);
            return table;
        } catch (IOException e) {
            throw new IllegalStateException("Table " + definition.name() + " cannot be opened", e);
        }
    }

    @Override
    public long revision() {
        var sum = 0L;
        for (var table : tables.values()) {
            if (table.definition().inRevision()) {
                sum += table.snapshot().version();
            }
        }
        return sum;
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
        watcher.shutdown();
        tables.values().forEach(KernelTable::close);
        workers.shutdown();
        lock.close();
    }

    private <K, R extends Record> KernelTable<K, R> open(TableDefinition<K, R> definition) throws IOException {
        var folder = properties
                .directory()
                .toAbsolutePath()
                .normalize()
                .resolve("Tables")
                .resolve(definition.name());
        var log = new TableLog(engine, folder.toString());
        var mapping = new RowMapping<>(definition.type());
        var state = new TableLoader<>(definition, mapping, log).load();
        var pool = new StringPool(mapping.columns().size());
        var reader = new RowFileReader<>(engine, log.folder(), mapping, pool, java.util.Set.of());
        var writer = new FileSetWriter<>(
                log, new RowFileWriter<>(engine.files(), mapping), definition.statistics(), workers);
        var parts = new TableParts<>(definition.name(), mapping, log, writer, new ForeignCommits<K, R>(reader));
        var notes = new NoteDelivery(definition.name(), () -> keeper);
        var dispatch = new ChangeDispatch<K, R>(definition.name());
        var tableWriter = new TableWriter<>(parts, state, notes, dispatch, reports, clock);
        return new KernelTable<>(definition, parts, tableWriter, notes, dispatch);
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
