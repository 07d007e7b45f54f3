package training.powerbi.client.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.Person;

/// An exception for one student and one day.
///
/// @param isOpen true when it grants the day, false when it holds it back
/// @param expiresAt null for as long as nobody revokes it
/// @param createdBy null when the account is gone
public record AccessOverride(
        String overrideId,
        Person user,
        int dayNumber,
        boolean isOpen,
        String reason,
        @Nullable Instant expiresAt,
        Instant createdAt,
        @Nullable Person createdBy) {}
