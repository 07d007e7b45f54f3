package training.powerbi.lakehouse.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.lakehouse.files.local.JournalFile;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// The journals of a store's tables, a file each.
public final class Journals implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Journals.class);

    private final Path folder;
    private final Absence absence;
    private final List<JournaledTable<?, ?>> tables = new CopyOnWriteArrayList<>();

    public Journals(Path folder, Absence absence) {
        this.folder = folder;
        this.absence = absence;
    }

    /// The table as it goes on while the store is away.
    public <K, R extends Record> DeltaTable<K, R> before(TableDefinition<K, R> definition, DeltaTable<K, R> table) {
        try {
            var journal = definition.merge() == null
                    ? null
                    : new RowJournal<>(definition, new JournalFile(folder.resolve(definition.name() + ".journal")));
            var journaled = new JournaledTable<>(definition, table, absence, journal);
            tables.add(journaled);
            return journaled;
        } catch (IOException e) {
            // It may hold what was acknowledged: without it nothing may go on.
            throw new PortalException(
                    ErrorCode.STORAGE_UNAVAILABLE,
                    "The journal of the table " + definition.name() + " in " + folder + " cannot be opened: "
                            + e.getMessage() + ". Give the account that the portal runs as the right to read and write"
                            + " there.",
                    e);
        }
    }

    /// How many rows wait for the store.
    public int waiting() {
        return tables.stream().mapToInt(JournaledTable::waiting).sum();
    }

    /// Brings what waits to the store, which is there; what fails is tried again with the next call.
    public void bringWaiting() {
        for (var table : tables) {
            try {
                table.bringWaiting();
            } catch (IOException | PortalException e) {
                LOG.warn("{}: what was changed while the store was away waits on: {}", table.name(), e.toString());
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (var table : tables) {
            table.close();
        }
    }
}
