package training.powerbi.lakehouse.files;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.MirrorStatus;
import training.powerbi.lakehouse.StoreCost;
import training.powerbi.lakehouse.StoreStatus.Staleness;
import training.powerbi.lakehouse.TableDefinition;

/// Where a store is. All that the store knows of the place.
public interface StoreHome {

    /// What kind of place it is, as health calls it.
    String kind();

    /// The address of the folder that holds the tables, as [#files()] understands it; no `/` at its end.
    String tables();

    StoreFiles files();

    /// Which of the servers that share the place this one is; none where a lease keeps all others off.
    default Optional<String> instance() {
        return Optional.empty();
    }

    /// What this server's use of the place costs; none where it costs nothing.
    default Optional<StoreCost> cost() {
        return Optional.empty();
    }

    /// What tells whether the logs are worth a look.
    default Hints hints() {
        return Hints.ALWAYS;
    }

    /// How far a copy in another place is behind; none where there is no copy.
    default Optional<MirrorStatus> mirror() {
        return Optional.empty();
    }

    /// How long changes that nobody waits for may gather.
    default Pace pace() {
        return Pace.AT_ONCE;
    }

    /// Who looks after the tables.
    default Leadership leadership() {
        return Leadership.ALONE;
    }

    /// The table as it is handed out.
    default <K, R extends Record> DeltaTable<K, R> front(TableDefinition<K, R> definition, DeltaTable<K, R> table) {
        return table;
    }

    /// Present while the place is away and what was known of it last is all there is.
    default Optional<Staleness> staleness() {
        return Optional.empty();
    }

    /// The files beside the tables for who only reads, as beside a server at work: nothing is taken, made or swept.
    BlobStore reading() throws IOException;

    /// Names of the folders below [#tables()] that hold something.
    List<String> tableNames() throws IOException;

    /// Looks whether the place answers; takes and makes nothing.
    ///
    /// @throws training.powerbi.model.error.PortalException STORAGE_UNAVAILABLE saying what is in the way
    default void requireThere() {
        // A folder of this machine is there.
    }

    /// Looks whether the place is free; takes and makes nothing.
    ///
    /// @throws training.powerbi.model.error.PortalException STORAGE_UNAVAILABLE when another server has it
    void requireFree() throws IOException;

    /// Takes the place for this process.
    ///
    /// @throws IllegalStateException when another server has it
    Lease lease() throws IOException;

    /// The right to change what is there, until it is closed or the process dies.
    interface Lease extends AutoCloseable {

        /// The files beside the tables.
        BlobStore blobs();

        @Override
        void close() throws IOException;
    }
}
