package training.powerbi.server.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.AccessDecision;

/// Whether somebody may open a day at an instant, and why.
///
/// @param openedAt since when; null while it is closed
/// @param changesAt when the clock changes this answer, if nobody does before; null when it does not
/// @param override the exception that decided; null where none did
public record Access(
        AccessDecision decidedBy,
        @Nullable Instant openedAt,
        @Nullable Instant changesAt,
        @Nullable OverrideRow override) {
    /// What a student may see of the day.
    public boolean isOpen() {
        return switch (decidedBy) {
            case TRAINER, GRANTED, UNLOCKED, SCHEDULE -> true;
            case INACTIVE, HELD_BACK, LOCKED -> false;
        };
    }
}
