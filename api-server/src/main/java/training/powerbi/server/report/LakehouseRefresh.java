package training.powerbi.server.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.SqlEndpoint;

/// What came of a look at the lakehouse that the endpoint was asked to take.
///
/// @param finished false while it goes on
record LakehouseRefresh(boolean finished, List<RefreshedTable> tables) {
    /// A table as the endpoint has it.
    record RefreshedTable(
            String name, String status, @Nullable Instant syncedAt) {}

    static LakehouseRefresh of(SqlEndpoint.Sync sync) {
        return new LakehouseRefresh(
                sync.finished(),
                sync.tables().stream()
                        .map(table -> new RefreshedTable(table.name(), table.status(), table.syncedAt()))
                        .toList());
    }
}
