package training.powerbi.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An account, without anything secret.
public record User(
        String userId,
        String email,
        @Nullable String displayName,
        Role role,
        Instant createdAt,
        @Nullable Instant lastLogin,
        boolean isActive) {}
