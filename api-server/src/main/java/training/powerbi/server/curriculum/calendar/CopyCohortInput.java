package training.powerbi.server.curriculum.calendar;

import java.time.DayOfWeek;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The arguments of `copyCohort`.
///
/// @param weekdays on which sessions take place; null for Monday to Friday
/// @param skip ISO dates without a session
record CopyCohortInput(
        String fromCohortId,
        String name,
        String startDate,
        String time,
        @Nullable List<DayOfWeek> weekdays,
        @Nullable List<String> skip,
        boolean preview) {}
