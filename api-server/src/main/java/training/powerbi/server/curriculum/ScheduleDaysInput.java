package training.powerbi.server.curriculum;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The arguments of `scheduleDays`.
///
/// @param expectedEditVersions of all days in their order, as the admin has seen them; null when that does not matter
record ScheduleDaysInput(
        String startDate,
        String time,
        boolean weekdaysOnly,
        boolean preview,
        @Nullable List<Integer> expectedEditVersions) {}
