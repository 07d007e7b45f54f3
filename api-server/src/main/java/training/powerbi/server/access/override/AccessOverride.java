package training.powerbi.server.access.override;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.User;

/// An exception, as GraphQL shows it.
///
/// @param createdBy null when that account is gone
record AccessOverride(
        String overrideId,
        User user,
        int dayNumber,
        boolean isOpen,
        String reason,
        @Nullable Instant expiresAt,
        Instant createdAt,
        @Nullable User createdBy,
        @Nullable Instant revokedAt) {}
