package training.powerbi.lakehouse.open;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import training.powerbi.lakehouse.CommitReport;
import training.powerbi.lakehouse.OneLakePlace;
import training.powerbi.lakehouse.OneLakePlace.Pacing;
import training.powerbi.lakehouse.OpenLakehouse;
import training.powerbi.lakehouse.SqlEndpoint;
import training.powerbi.lakehouse.SqlPlace;
import training.powerbi.lakehouse.StoreOptions;
import training.powerbi.lakehouse.WhileAway;
import training.powerbi.lakehouse.files.copy.CopyingHome;
import training.powerbi.lakehouse.files.local.LocalHome;
import training.powerbi.lakehouse.files.onelake.OneLakeHome;
import training.powerbi.lakehouse.sql.FabricSqlEndpoint;

/// Opens stores. A server does it, and so may any program: no framework is needed.
public final class Lakehouses {
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
        var home = new OneLakeHome(place, instance, pacing, whileAway.api(), clock);
        var folder = whileAway
                .folder()
                .resolve("onelake")
                .resolve(place.workspace())
                .resolve(place.lakehouse()
                        + place.schema().map(schema -> "-" + schema).orElse(""));
        return new KernelLakehouse(CopyingHome.around(home, folder, clock), options, reports, clock);
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
