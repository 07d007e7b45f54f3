package training.powerbi.server.lakehouse.kernel;

import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import training.powerbi.server.lakehouse.NoteKeeper;
import training.powerbi.server.lakehouse.TableDefinition;

/// Opens tables: creates or loads them, upgrades their columns, finds notes a crash left out.
final class TableOpening {
    private static final Logger LOG = LoggerFactory.getLogger(TableOpening.class);

    private final StoreProperties properties;
    private final StoreEngine engine;
    private final ExecutorService workers;
    private final ExecutorService background;
    private final Supplier<@Nullable NoteKeeper> keeper;
    private final Consumer<CommitReport> reports;
    private final Clock clock;

    TableOpening(
            StoreProperties properties,
            StoreEngine engine,
            ExecutorService workers,
            ExecutorService background,
            Supplier<@Nullable NoteKeeper> keeper,
            Consumer<CommitReport> reports,
            Clock clock) {
        this.properties = properties;
        this.engine = engine;
        this.workers = workers;
        this.background = background;
        this.keeper = keeper;
        this.reports = reports;
        this.clock = clock;
    }

    <K, R extends Record> KernelTable<K, R> open(TableDefinition<K, R> definition) throws IOException {
        var started = System.nanoTime();
        var folder = properties.directory().toAbsolutePath().normalize().resolve("Tables");
        var log = new TableLog(engine, folder.resolve(definition.name()).toString(), definition.appendOnly());
        var mapping = new RowMapping<>(definition.type());
        log.createIfMissing(mapping.schema());
        new Vacuum(log).sweepTemporary(clock.millis());

        var upgrade = new SchemaUpgrade<>(definition.name(), mapping, log);
        var snapshot = log.loadNewest();
        var missing = upgrade.missing(snapshot.getSchema());
        var loaded = new TableLoader<>(definition, mapping, log).load(snapshot, missing);
        var state = loaded;
        var writer = new FileSetWriter<>(
                log, new RowFileWriter<>(engine.files(), mapping), definition.statistics(), workers);
        var notes = new NoteDelivery(definition.name(), keeper);
        var reader = new RowFileReader<>(
                engine, log.folder(), mapping, new StringPool(mapping.columns().size()), missing);
        new NoteRecovery<>(log.commits(), reader, definition.key()).recover(state.version(), notes);
        if (!missing.isEmpty()) {
            state = upgrade.apply(state, snapshot, writer, missing, clock.millis());
        }

        var housekeeping = new Housekeeping(log, properties, background, clock);
        housekeeping.startFrom(
                snapshot.getLogSegment().getCheckpointVersionOpt().orElse(0L));
        var parts = new TableParts<>(
                definition, mapping, log, writer, new ForeignCommits<>(plainReader(log, mapping)), upgrade);
        var dispatch = new ChangeDispatch<K, R>(definition.name());
        var tableWriter = new TableWriter<>(parts, state, notes, dispatch, housekeeping, reports, clock);
        if (definition.appendOnly()) {
            new LostRows<K, R>(log.commits(), reader).find(loaded, tableWriter.restoration());
            if (!Boolean.parseBoolean(snapshot.getTableProperties().get("delta.appendOnly"))) {
                tableWriter.restoration().oweMark();
            }
            tableWriter.catchUp();
        }
        LOG.info(
                "Table {}: {} rows, version {}, {} files, {} ms",
                definition.name(),
                state.size(),
                state.version(),
                state.layout().files().size(),
                (System.nanoTime() - started) / 1_000_000);
        return new KernelTable<>(parts, tableWriter, notes, dispatch, housekeeping);
    }

    private <R extends Record> RowFileReader<R> plainReader(TableLog log, RowMapping<R> mapping) {
        return new RowFileReader<>(
                engine, log.folder(), mapping, new StringPool(mapping.columns().size()), Set.of());
    }
}
