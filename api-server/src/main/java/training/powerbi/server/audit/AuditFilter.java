package training.powerbi.server.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import training.powerbi.server.audit.chain.AdminActionRow;

/// Which actions to list; null means any.
///
/// @param from inclusive
/// @param to exclusive
record AuditFilter(
        @Nullable Integer dayNumber,
        @Nullable String actionType,
        @Nullable Instant from,
        @Nullable Instant to) {

    boolean accepts(AdminActionRow row) {
        return (dayNumber == null || dayNumber.equals(row.dayNumber()))
                && (actionType == null || actionType.equalsIgnoreCase(row.actionType()))
                && (from == null || !row.timestamp().isBefore(from))
                && (to == null || row.timestamp().isBefore(to));
    }
}
