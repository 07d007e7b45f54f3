package training.powerbi.server.audit;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.ForeignChange;
import training.powerbi.lakehouse.TableDefinition;

/// A row of `admin_actions`.
///
/// @param metadata JSON: `before` and `after`, and what else names the change
record AdminActionRow(
        String actionId,
        String adminId,
        String actionType,
        @Nullable Integer dayNumber,
        String metadata,
        Instant timestamp) {

    static final String TABLE = "admin_actions";
    static final TableDefinition<String, AdminActionRow> DEFINITION =
            TableDefinition.of(TABLE, AdminActionRow.class, AdminActionRow::actionId);

    /// @param witness makes the row that tells of another program having removed or changed rows
    static TableDefinition<String, AdminActionRow> definition(Function<ForeignChange, AdminActionRow> witness) {
        return DEFINITION.onlyGrowing(witness).stamped(AdminActionRow::timestamp);
    }
}
