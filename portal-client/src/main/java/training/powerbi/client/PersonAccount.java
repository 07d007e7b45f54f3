package training.powerbi.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.Role;

/// An account as a trainer sees it.
public record PersonAccount(
        String userId,
        String email,
        @Nullable String displayName,
        Role role,
        boolean isActive,
        Instant createdAt,
        @Nullable Instant lastLogin) {}
