package training.powerbi.lakehouse.check;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.lakehouse.OneLakePlace;
import training.powerbi.lakehouse.backup.Happenings;
import training.powerbi.lakehouse.files.DataFolder;
import training.powerbi.lakehouse.files.StorageFailure;
import training.powerbi.lakehouse.files.StoreHome;
import training.powerbi.lakehouse.files.local.LocalHome;
import training.powerbi.lakehouse.files.onelake.OneLakeHome;
import training.powerbi.lakehouse.log.StoreEngine;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Reads a store to its last byte and says what is wrong with it. A look changes nothing, so any number may look at a
/// time, also while a server is at work; a repair has the store to itself.
public final class StoreDoctor {
    private static final int ATTEMPTS = 3;

    private final StoreHome home;
    private final StoreEngine engine;
    private final Clock clock;

    StoreDoctor(StoreHome home, Clock clock) {
        this.home = home;
        this.engine = new StoreEngine(home.files());
        this.clock = clock;
    }

    /// Of the store in a folder of this machine.
    public static StoreDoctor of(Path folder, Clock clock) {
        return new StoreDoctor(new LocalHome(folder), clock);
    }

    /// Of the store in a lakehouse in Fabric.
    public static StoreDoctor of(OneLakePlace place, Clock clock) {
        return new StoreDoctor(new OneLakeHome(place, clock), clock);
    }

    /// Looks at everything.
    ///
    /// @param sources how rows name files beside the tables
    /// @throws PortalException STORAGE_UNAVAILABLE when the place does not let it be read
    public StoreFindings check(List<FileClaim.Source<?>> sources) {
        try {
            home.requireThere();
            return findings(tables(), sources);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// Reads the rows of one table as they are in the store now, whatever a server has in memory.
    ///
    /// @param columns a record of the columns that are needed
    /// @param taker is given each row; of a file that is tidied away meanwhile it is not: then ask once more
    /// @return sentences on what cannot be read
    /// @throws PortalException BAD_USER_INPUT when there is no such table, STORAGE_UNAVAILABLE when the place
    /// does not let it be read
    public <R extends Record> List<String> read(String table, Class<R> columns, Consumer<R> taker) {
        try {
            var data = new DataFolder(engine.files(), home.tables() + "/" + table);
            var history = new TableHistory(engine, data.path());
            if (history.newest() < 0) {
                throw PortalException.badInput(
                        "store", "There is no table " + table + " here. Is PORTAL_DATA_DIR the right folder?");
            }
            return new RowScan<>(table, history, data, columns).run(taker);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static PortalException unreadable(IOException failure) {
        return new PortalException(
                ErrorCode.STORAGE_UNAVAILABLE,
                "The store cannot be looked at: " + failure.getMessage()
                        + ". See that the account that this runs as may read the folder, and that it is there.",
                failure);
    }

    private List<TableCheck> tables() throws IOException {
        var tables = new ArrayList<TableCheck>();
        for (var name : home.tableNames()) {
            if (!new TableHistory(engine, home.tables() + "/" + name).names().isEmpty()) {
                tables.add(table(name));
            }
        }
        if (tables.isEmpty()) {
            throw PortalException.badInput(
                    "store", "There is no store to look at: no tables are there. Is PORTAL_DATA_DIR the right folder?");
        }
        return tables;
    }

    /// While a server is at work a file may be tidied away between the log and its turn: only what stays wrong is
    /// wrong.
    private TableCheck table(String name) throws IOException {
        for (var attempt = 1; ; attempt++) {
            try {
                var check = new TableCheck(home, engine, name).run(clock);
                if (attempt == ATTEMPTS || check.findings().stream().noneMatch(Finding::isHarm)) {
                    return check;
                }
            } catch (FileNotFoundException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private StoreFindings findings(List<TableCheck> tables, List<FileClaim.Source<?>> sources) throws IOException {
        var at = clock.instant();
        var blobs = look(tables, sources);
        blobs.lookForOrphans(clock);
        return new StoreFindings(
                at,
                tables.size(),
                tables.stream()
                        .mapToInt(table -> table.history().commits().size())
                        .sum(),
                tables.stream()
                        .mapToInt(table -> table.history().checkpoints().size())
                        .sum(),
                tables.stream().mapToInt(TableCheck::filesRead).sum(),
                blobs.read(),
                tables.stream().mapToLong(TableCheck::bytes).sum() + blobs.bytes(),
                Stream.concat(tables.stream().flatMap(table -> table.findings().stream()), blobs.findings().stream())
                        .toList());
    }

    private BlobCheck look(List<TableCheck> tables, List<FileClaim.Source<?>> sources) throws IOException {
        var blobs = new BlobCheck(home.reading());
        for (var source : sources) {
            for (var table : tables) {
                if (table.table().equals(source.table()) && table.newestIsWhole()) {
                    blobs.look(source, table);
                }
            }
        }
        return blobs;
    }

    /// Says what a repair would do, and does it when that is agreed to.
    ///
    /// @throws PortalException STORAGE_UNAVAILABLE when a server or another repair has the store
    public RepairPlan repair(List<FileClaim.Source<?>> sources, boolean agreed) {
        try {
            home.requireThere();
            home.requireFree();
            if (!agreed) {
                var tables = tables();
                return plan(repairs(tables), look(tables, sources), false);
            }
            try (var lease = home.lease()) {
                var repairs = repairs(tables());
                for (var repair : repairs) {
                    repair.run();
                }
                var plan = plan(repairs, look(tables(), sources), true);
                if (!plan.steps().isEmpty()) {
                    var note = JsonMapper.shared()
                            .createObjectNode()
                            .put("action", "repair_store")
                            .put("at", clock.instant().toString());
                    var told = note.putObject("details").putArray("steps");
                    plan.steps().forEach(told::add);
                    Happenings.put(lease.blobs(), note);
                }
                return plan;
            }
        } catch (IllegalStateException inUse) {
            throw new PortalException(ErrorCode.STORAGE_UNAVAILABLE, String.valueOf(inUse.getMessage()), inUse);
        } catch (IOException e) {
            throw StorageFailure.of(e);
        }
    }

    private static List<Repair> repairs(List<TableCheck> tables) throws IOException {
        var repairs = new ArrayList<Repair>();
        for (var table : tables) {
            repairs.add(new Repair(table).plan());
        }
        return repairs;
    }

    private static RepairPlan plan(List<Repair> repairs, BlobCheck blobs, boolean done) {
        var steps = repairs.stream().flatMap(repair -> repair.steps().stream()).toList();
        var lost = blobs.findings().stream().filter(Finding::isHarm).map(Finding::sentence);
        var beyond = Stream.concat(repairs.stream().flatMap(repair -> repair.beyond().stream()), lost);
        return new RepairPlan(steps, beyond.toList(), done);
    }
}
