package training.powerbi.server.curriculum.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a plan of the whole course says of one day.
///
/// @param editVersion the day's after the change; in a preview, as it is
/// @param opensAt when the clock opens the day by this plan
record ScheduledDay(
        int dayNumber,
        String title,
        Instant scheduledAt,
        @Nullable Instant previousScheduledAt,
        int editVersion,
        @Nullable Instant opensAt) {}
