package training.powerbi.server.upkeep;

import java.io.IOException;
import java.time.Clock;
import training.powerbi.lakehouse.OneLakePlace;
import training.powerbi.lakehouse.copy.CopyReport;
import training.powerbi.lakehouse.open.Lakehouses;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.store.StorePlace;

/// Copies the store between the folder and the lakehouse that the settings name, at the command line.
final class CopyCommand {
    private static final String TO_ONELAKE = "to-onelake";
    private static final String TO_FOLDER = "to-folder";
    private static final long MEGABYTE = 1L << 20;

    private final StorePlace place;
    private final Clock clock;
    private final Terminal terminal;

    CopyCommand(StorePlace place, Clock clock, Terminal terminal) {
        this.place = place;
        this.clock = clock;
        this.terminal = terminal;
    }

    /// Returns when all is copied and compared.
    ///
    /// @throws PortalException saying what is in the way
    int copy(String direction) {
        var lakehouse = place.named()
                .orElseThrow(() -> PortalException.badInput(
                        "FABRIC_WORKSPACE_ID",
                        "--copy-store copies between PORTAL_DATA_DIR and a lakehouse: set FABRIC_WORKSPACE_ID and the"
                                + " other FABRIC_ variables."));
        try {
            say(copied(direction, lakehouse));
            return UpkeepCommand.DONE;
        } catch (IOException e) {
            throw new PortalException(
                    ErrorCode.STORAGE_UNAVAILABLE,
                    "The copy broke off (" + e.getMessage() + "). Run the same --copy-store again: it goes on.",
                    e);
        }
    }

    private CopyReport copied(String direction, OneLakePlace lakehouse) throws IOException {
        return switch (direction) {
            case TO_ONELAKE ->
                Lakehouses.copyToLakehouse(place.folder(), lakehouse, place.instance(), clock, terminal::say);
            case TO_FOLDER ->
                Lakehouses.copyToFolder(lakehouse, place.folder(), place.instance(), clock, terminal::say);
            default ->
                throw PortalException.badInput(
                        "--copy-store", "Say where to: --copy-store=to-onelake or --copy-store=to-folder.");
        };
    }

    private void say(CopyReport report) {
        report.rows().forEach((table, rows) -> terminal.say(table + ": " + rows + " rows, equal"));
        terminal.say("Copied and compared: " + report.files() + " files of tables, " + report.blobs() + " other files, "
                + report.bytes() / MEGABYTE + " MB.");
    }
}
