package training.powerbi.lakehouse.open;

import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import training.powerbi.lakehouse.CommitReport;
import training.powerbi.lakehouse.NoteKeeper;
import training.powerbi.lakehouse.StoreOptions;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.lakehouse.commit.ChangeDispatch;
import training.powerbi.lakehouse.commit.KernelTable;
import training.powerbi.lakehouse.commit.TableParts;
import training.powerbi.lakehouse.commit.TableWriter;
import training.powerbi.lakehouse.commit.Ticker;
import training.powerbi.lakehouse.files.DataFolder;
import training.powerbi.lakehouse.files.FolderLook;
import training.powerbi.lakehouse.files.StoreHome;
import training.powerbi.lakehouse.load.ForeignCommits;
import training.powerbi.lakehouse.load.LostRows;
import training.powerbi.lakehouse.load.SchemaUpgrade;
import training.powerbi.lakehouse.load.TableLoader;
import training.powerbi.lakehouse.log.CommitConflictException;
import training.powerbi.lakehouse.log.LogVersion;
import training.powerbi.lakehouse.log.NeededFiles;
import training.powerbi.lakehouse.log.NoteDelivery;
import training.powerbi.lakehouse.log.NoteRecovery;
import training.powerbi.lakehouse.log.NoteSearch;
import training.powerbi.lakehouse.log.StoreEngine;
import training.powerbi.lakehouse.log.TableLog;
import training.powerbi.lakehouse.rowfile.FileSetWriter;
import training.powerbi.lakehouse.rowfile.RowFileReader;
import training.powerbi.lakehouse.rowfile.RowFileWriter;
import training.powerbi.lakehouse.rowfile.RowMapping;
import training.powerbi.lakehouse.rowfile.StringPool;
import training.powerbi.lakehouse.upkeep.Housekeeping;
import training.powerbi.lakehouse.upkeep.Vacuum;

/// Opens tables: creates or loads them, upgrades their columns, finds notes a crash left out.
final class TableOpening implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TableOpening.class);

    private static final int MOST_ATTEMPTS = 5;

    /// Where each request takes its time, so many are under way at once while tables are opened.
    private static final int READERS = 8;

    /// Fewer where nobody waits.
    private static final int LATER_READERS = 4;

    private final StoreHome home;
    private final StoreOptions options;
    private final StoreEngine engine;
    private final ExecutorService workers;
    private final ExecutorService readers = Executors.newFixedThreadPool(
            READERS, Thread.ofVirtual().name("read-ahead-", 0).factory());
    private final ExecutorService lookers = Executors.newFixedThreadPool(
            READERS, Thread.ofVirtual().name("look-ahead-", 0).factory());
    private final Map<String, Future<FolderLook>> expected = new ConcurrentHashMap<>();
    private final ExecutorService searchers = Executors.newVirtualThreadPerTaskExecutor();
    private final ExecutorService laterReaders = Executors.newFixedThreadPool(
            LATER_READERS, Thread.ofVirtual().name("read-later-", 0).factory());
    private final ExecutorService background;
    private final Supplier<@Nullable NoteKeeper> keeper;
    private final Consumer<CommitReport> reports;
    private final Clock clock;

    TableOpening(
            StoreHome home,
            StoreOptions options,
            ExecutorService workers,
            ExecutorService background,
            Supplier<@Nullable NoteKeeper> keeper,
            Consumer<CommitReport> reports,
            Clock clock) {
        this.home = home;
        this.options = options;
        this.engine = new StoreEngine(home.files(), home.instance());
        this.workers = workers;
        this.background = background;
        this.keeper = keeper;
        this.reports = report -> {
            home.hints().committed();
            reports.accept(report);
        };
        this.clock = clock;
    }

    <K, R extends Record> KernelTable<K, R> open(TableDefinition<K, R> definition) throws IOException {
        for (var attempt = 1; ; attempt++) {
            try {
                return openOnce(definition);
            } catch (IOException e) {
                // Of several servers that bring new columns at the same time, one adds them.
                if (!(e.getCause() instanceof CommitConflictException)
                        || home.instance().isEmpty()
                        || attempt == MOST_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private <K, R extends Record> KernelTable<K, R> openOnce(TableDefinition<K, R> definition) throws IOException {
        var started = System.nanoTime();
        var data = new DataFolder(home.files(), folder(definition.name()));
        var needed = new NeededFiles(definition.noted() && !searchesLater(definition));
        try (var look = begun(definition.name(), needed)) {
            var table = openBy(look, data, definition);
            var state = table.snapshot();
            LOG.info(
                    "Table {}: {} rows, version {}, {} ms",
                    definition.name(),
                    state.size(),
                    state.version(),
                    (System.nanoTime() - started) / 1_000_000);
            return table;
        }
    }

    /// Looks at logs that are going to be opened.
    void expect(Collection<String> tables) {
        if (home.files().isFar()) {
            tables.forEach(table -> expected.computeIfAbsent(
                    table,
                    _ -> lookers.submit(
                            () -> FolderLook.ahead(home.files(), log(table), new NeededFiles(false), readers))));
        }
    }

    private String folder(String table) {
        return home.tables() + "/" + table;
    }

    private String log(String table) {
        return folder(table) + "/_delta_log";
    }

    private FolderLook begun(String table, NeededFiles needed) throws IOException {
        var ahead = expected.remove(table);
        if (ahead != null) {
            try {
                var look = ahead.get();
                // That there is no table counts only as long as the place was there at the same time.
                if (!look.isEmpty()) {
                    return look.goOn(needed, readers);
                }
            } catch (ExecutionException e) {
                LOG.debug("{} could not be looked at ahead", table, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted while opening table " + table, e);
            }
        }
        return FolderLook.begin(home.files(), log(table), needed, readers);
    }

    private <K, R extends Record> KernelTable<K, R> openBy(
            FolderLook look, DataFolder data, TableDefinition<K, R> definition) throws IOException {
        var log = new TableLog(engine.on(look), data.path(), definition.appendOnly());
        var mapping = new RowMapping<>(definition.type());
        log.createIfMissing(mapping.schema());
        if (home.instance().isEmpty()) {
            new Vacuum(data, log.commits(), home.leadership()).sweepTemporary(clock.millis());
        }

        var upgrade = new SchemaUpgrade<>(definition.name(), mapping, log);
        var newest = log.loadNewest();
        var snapshot = newest.snapshot();
        var missing = upgrade.missing(snapshot.getSchema());
        var loaded = new TableLoader<>(definition, mapping, data).load(newest, missing);
        var state = loaded;
        var writer =
                new FileSetWriter<>(data, new RowFileWriter<>(data.files(), mapping), definition.statistics(), workers);
        var notes = new NoteDelivery(definition.name(), keeper, clock);
        var reader = reader(data, mapping, missing);
        var recovery = new NoteRecovery<>(reader, definition.key());
        var since = List.<LogVersion>of();
        if (searchesLater(definition)) {
            notes.await(search(recovery, look, data, loaded.version()));
        } else {
            since = log.commits().sinceOurs(loaded.version(), definition.noted());
            notes.owe(recovery.find(since));
        }
        if (!missing.isEmpty()) {
            state = upgrade.apply(state, snapshot, writer, missing, notes.undelivered(), clock.millis());
        }
        // From here on what others commit meanwhile counts.
        look.close();

        var housekeeping = new Housekeeping(log, data, options, home.leadership(), background, clock);
        housekeeping.startFrom(
                snapshot.getLogSegment().getCheckpointVersionOpt().orElse(0L));
        var parts = new TableParts<>(
                definition, mapping, log, writer, new ForeignCommits<>(reader(data, mapping, Set.of())), upgrade);
        var dispatch = new ChangeDispatch<K, R>(definition.name());
        var tableWriter = new TableWriter<>(parts, state, notes, dispatch, housekeeping, reports, clock);
        if (definition.appendOnly()) {
            new LostRows<K, R>(reader).find(loaded, since, tableWriter.restoration());
            if (!Boolean.parseBoolean(snapshot.getTableProperties().get("delta.appendOnly"))) {
                tableWriter.restoration().oweMark();
            }
            tableWriter.catchUp();
        }
        return new KernelTable<>(parts, tableWriter, notes, dispatch, housekeeping, home.pace(), Ticker.on(workers));
    }

    /// Where each request takes its time, nobody waits at the start for the commits of the last minutes. What a table
    /// that only grows has lost is given back at once.
    private boolean searchesLater(TableDefinition<?, ?> definition) {
        return home.files().isFar() && definition.noted() && !definition.appendOnly();
    }

    private NoteSearch search(NoteRecovery<?, ?> recovery, FolderLook look, DataFolder data, long version) {
        var again = look.again(NeededFiles.searched(), laterReaders);
        var commits = new TableLog(engine.on(again), data.path(), false).commits();
        return NoteSearch.begin(
                () -> {
                    again.forgetFailures();
                    var found = recovery.find(commits.sinceOurs(version, true));
                    again.close();
                    return found;
                },
                searchers);
    }

    @Override
    public void close() {
        // Until it is over nothing was written that could hide what it would have found.
        lookers.shutdownNow();
        searchers.shutdownNow();
        laterReaders.shutdownNow();
        lookers.close();
        searchers.close();
        laterReaders.close();
        readers.close();
    }

    private static <R extends Record> RowFileReader<R> reader(
            DataFolder data, RowMapping<R> mapping, Set<String> absentColumns) {
        return new RowFileReader<>(
                data, mapping, new StringPool(mapping.columns().size()), absentColumns);
    }
}
