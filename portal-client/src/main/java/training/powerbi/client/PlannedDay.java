package training.powerbi.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When a day would be taught.
///
/// @param previous when it is taught so far
/// @param editVersion of the day as the planner saw it
/// @param opensAt when the clock would open it; null when it would not
public record PlannedDay(
        int dayNumber,
        String title,
        Instant scheduledAt,
        @Nullable Instant previous,
        int editVersion,
        @Nullable Instant opensAt) {}
