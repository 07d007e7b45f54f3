package training.powerbi.lakehouse.open;

import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.lakehouse.files.DataFolder;
import training.powerbi.lakehouse.load.TableLoader;
import training.powerbi.lakehouse.log.StoreEngine;
import training.powerbi.lakehouse.log.TableLog;
import training.powerbi.lakehouse.memory.TableState;
import training.powerbi.lakehouse.rowfile.RowMapping;

/// Opens a little table out of the jar while it is still waited for what a place far away answers: a process that has
/// just started spends more time on loading what reads tables than on reading them. Nothing depends on it.
final class Rehearsal {
    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
    static final String FOLDER = "rehearsal";

    /// A column of each kind that tables have many of.
    record Row(String id, int number, long size, boolean done, double share, Instant at) {}

    private Rehearsal() {}

    /// A process that has opened one already is through in milliseconds.
    static void begin() {
        Thread.ofPlatform().daemon().name(FOLDER).start(() -> {
            try {
                LOG.debug("Rehearsed with {} rows", open().size());
            } catch (IOException | RuntimeException | LinkageError e) {
                LOG.debug("The rehearsal failed", e);
            }
        });
    }

    static TableDefinition<String, Row> table() {
        return TableDefinition.of(FOLDER, Row.class, Row::id);
    }

    static TableState<String, Row> open() throws IOException {
        var data = new DataFolder(new PackagedFiles(FOLDER), "/" + FOLDER);
        var mapping = new RowMapping<>(Row.class);
        var log = new TableLog(new StoreEngine(data.files()), data.path(), false);
        log.createIfMissing(mapping.schema());
        var newest = log.loadNewest();
        var state = new TableLoader<>(table(), mapping, data).load(newest, Set.of());
        log.commits().sinceOurs(state.version(), true);
        return state;
    }
}
