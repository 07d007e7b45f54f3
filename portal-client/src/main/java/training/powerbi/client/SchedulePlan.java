package training.powerbi.client;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How days are laid over a calendar, in the cohort's own time zone.
///
/// @param time when each day begins
/// @param weekdays on which there may be a session; not empty
/// @param skip dates without one
/// @param opensAfterMinutes how long after its session begins the clock opens a day; null when it does not
public record SchedulePlan(
        LocalDate startDate,
        LocalTime time,
        Set<DayOfWeek> weekdays,
        List<LocalDate> skip,
        @Nullable Integer opensAfterMinutes) {
    public SchedulePlan {
        weekdays = Set.copyOf(weekdays);
        skip = List.copyOf(skip);
    }
}
