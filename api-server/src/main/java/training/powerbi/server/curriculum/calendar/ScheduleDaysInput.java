package training.powerbi.server.curriculum.calendar;

import java.time.DayOfWeek;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The arguments of `scheduleDays`.
///
/// @param expectedEditVersions of all days in their order, as the admin has seen them; null when that does not matter
/// @param weekdays on which sessions take place; null for those that `weekdaysOnly` says
/// @param skip ISO dates without a session
/// @param opensAfterMinutes after the start of its session the clock opens each day; null when it opens none
record ScheduleDaysInput(
        String startDate,
        String time,
        boolean weekdaysOnly,
        boolean preview,
        @Nullable List<Integer> expectedEditVersions,
        @Nullable String cohortId,
        @Nullable List<DayOfWeek> weekdays,
        @Nullable List<String> skip,
        @Nullable Integer opensAfterMinutes) {}
