package training.powerbi.server.audit;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import training.powerbi.server.audit.chain.AdminActionRow;

/// One change an admin made.
///
/// @param adminId `external` when another program changed a table
/// @param metadata JSON with the values before and after
public record AdminAction(
        String actionId,
        String adminId,
        String actionType,
        @Nullable Integer dayNumber,
        String metadata,
        Instant timestamp) {

    static AdminAction of(AdminActionRow row) {
        return new AdminAction(
                row.actionId(), row.adminId(), row.actionType(), row.dayNumber(), row.metadata(), row.timestamp());
    }

    /// Orders by time; microseconds have a fixed width, unlike [Instant#toString()].
    String sortKey() {
        return String.format(
                Locale.ROOT,
                "%020d %s",
                timestamp.getEpochSecond() * 1_000_000 + timestamp.getNano() / 1_000,
                actionId);
    }
}
