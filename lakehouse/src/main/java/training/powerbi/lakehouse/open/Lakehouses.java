package training.powerbi.lakehouse.open;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import training.powerbi.lakehouse.BlobStore;
import training.powerbi.lakehouse.CommitReport;
import training.powerbi.lakehouse.OneLakePlace;
import training.powerbi.lakehouse.OneLakePlace.Pacing;
import training.powerbi.lakehouse.OneLakePlace.WhileAway;
import training.powerbi.lakehouse.OpenLakehouse;
import training.powerbi.lakehouse.SqlEndpoint;
import training.powerbi.lakehouse.SqlPlace;
import training.powerbi.lakehouse.StoreOptions;
import training.powerbi.lakehouse.backup.UnfinishedRestore;
import training.powerbi.lakehouse.copy.CopyReport;
import training.powerbi.lakehouse.copy.StoreCopy;
import training.powerbi.lakehouse.files.copy.CopyingHome;
import training.powerbi.lakehouse.files.local.LocalHome;
import training.powerbi.lakehouse.files.onelake.OneLakeAccess;
import training.powerbi.lakehouse.files.onelake.OneLakeHome;
import training.powerbi.lakehouse.mirror.MirroredHome;
import training.powerbi.lakehouse.sql.FabricSqlEndpoint;
import training.powerbi.model.error.PortalException;

/// Opens stores. A server does it, and so may any program: no framework is needed.
public final class Lakehouses {
    private static final Logger LOG = LoggerFactory.getLogger(Lakehouses.class);

    private Lakehouses() {}

    /// Opens the store in a folder of this machine as a server would; makes it when there is none.
    ///
    /// @throws IllegalStateException when another server uses the folder
    public static OpenLakehouse open(Path folder) throws IOException {
        return open(folder, StoreOptions.USUAL, report -> {}, Clock.systemUTC());
    }

    /// Opens the store in a folder of this machine; makes it when there is none.
    ///
    /// @param reports is told of each commit on the table's writer's thread: it must not block
    /// @throws IllegalStateException when another server uses the folder
    public static OpenLakehouse open(Path folder, StoreOptions options, Consumer<CommitReport> reports, Clock clock)
            throws IOException {
        return new KernelLakehouse(new LocalHome(folder), options, reports, clock);
    }

    /// Opens the store in a lakehouse in Fabric, which other servers may have open too; makes its tables when there
    /// are none.
    ///
    /// @param instance names this server among those that have it open: letters and digits, never used before
    /// @throws training.powerbi.model.error.PortalException STORAGE_UNAVAILABLE saying what is wrong with the place
    public static OpenLakehouse open(
            OneLakePlace place,
            String instance,
            Pacing pacing,
            StoreOptions options,
            Consumer<CommitReport> reports,
            Clock clock)
            throws IOException {
        return new KernelLakehouse(new OneLakeHome(place, instance, pacing, clock), options, reports, clock);
    }

    /// The same, for a server that is to go on while the lakehouse is away, and to start then too.
    public static OpenLakehouse open(
            OneLakePlace place,
            String instance,
            Pacing pacing,
            WhileAway whileAway,
            StoreOptions options,
            Consumer<CommitReport> reports,
            Clock clock)
            throws IOException {
        warnOfPoorFolder(whileAway.folder());
        var home = new OneLakeHome(place, instance, pacing, whileAway.api(), clock);
        var copying = CopyingHome.around(home, whileAway.folderOf(place), Lakehouses::requireWhole, clock);
        return new KernelLakehouse(copying, options, reports, clock);
    }

    /// Without a folder that keeps what is appended, the store works as long as the lakehouse answers.
    private static void warnOfPoorFolder(Path folder) {
        try {
            LocalHome.requireJournal(folder);
        } catch (PortalException poor) {
            LOG.warn("Nothing will go on here while the lakehouse is away: {}", poor.sentence());
        }
    }

    /// Opens the store in a folder of this machine, as `open` does, and keeps a copy of it in a lakehouse in Fabric
    /// whenever that answers; [OpenLakehouse#mirror()] says how far it is.
    ///
    /// @param passing folders of blobs on their way to somewhere else, which are not copied
    /// @throws IllegalStateException when another server uses the folder
    public static OpenLakehouse openMirrored(
            Path folder,
            OneLakePlace mirror,
            Set<String> passing,
            StoreOptions options,
            Consumer<CommitReport> reports,
            Clock clock)
            throws IOException {
        var lakehouse = new OneLakeAccess(mirror, clock);
        var home = new MirroredHome(new LocalHome(folder), lakehouse, passing, options, clock);
        return new KernelLakehouse(home, options, reports, clock);
    }

    /// See [StoreCopy#toLakehouse].
    public static CopyReport copyToLakehouse(
            Path folder, OneLakePlace place, String instance, Clock clock, Consumer<String> says) throws IOException {
        return StoreCopy.toLakehouse(folder, place, instance, clock, says);
    }

    /// See [StoreCopy#toFolder].
    public static CopyReport copyToFolder(
            OneLakePlace place, Path folder, String instance, Clock clock, Consumer<String> says) throws IOException {
        return StoreCopy.toFolder(place, folder, instance, clock, says);
    }

    /// Looks whether the store is half a copy.
    ///
    /// @throws training.powerbi.model.error.PortalException STORAGE_UNAVAILABLE if so
    public static void requireWhole(OpenLakehouse lakehouse) {
        StoreCopy.requireWhole(lakehouse.blobs());
    }

    private static void requireWhole(BlobStore blobs) {
        UnfinishedRestore.refuseIn(blobs);
        StoreCopy.requireWhole(blobs);
    }

    /// The SQL endpoint of a lakehouse in Fabric. Nothing is asked of it before the first question.
    public static SqlEndpoint sqlEndpoint(SqlPlace place, Clock clock) {
        return FabricSqlEndpoint.of(place, clock);
    }

    /// Looks whether another server uses the folder; takes and makes nothing.
    ///
    /// @throws training.powerbi.model.error.PortalException STORAGE_UNAVAILABLE when one does
    public static void requireFree(Path folder) throws IOException {
        new LocalHome(folder).requireFree();
    }
}
