package training.powerbi.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One change an admin made.
///
/// @param admin null when the account is gone or another program made the change
/// @param metadata JSON with the values before and after
public record AuditEntry(
        String actionId,
        @Nullable Person admin,
        String adminId,
        String actionType,
        @Nullable Integer dayNumber,
        String metadata,
        Instant timestamp) {}
