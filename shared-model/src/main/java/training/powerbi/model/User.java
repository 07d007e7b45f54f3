package training.powerbi.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An account, without anything secret.
///
/// @param cohortId the run of the course a student takes part in; null for `main` and for trainers
public record User(
        String userId,
        String email,
        @Nullable String displayName,
        Role role,
        Instant createdAt,
        @Nullable Instant lastLogin,
        boolean isActive,
        @Nullable String cohortId) {}
