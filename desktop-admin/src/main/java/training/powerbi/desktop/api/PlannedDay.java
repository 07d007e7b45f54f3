package training.powerbi.desktop.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When a day would be taught.
///
/// @param previous when it is taught so far
public record PlannedDay(
        int dayNumber,
        String title,
        Instant scheduledAt,
        @Nullable Instant previous) {}
