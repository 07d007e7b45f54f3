package training.powerbi.server.curriculum.calendar;

import java.util.List;
import org.jspecify.annotations.Nullable;
import training.powerbi.server.access.cohort.Cohort;

/// A cohort laid out like another one, on other dates.
///
/// @param cohort null in a preview, which makes none
record CohortPlan(@Nullable Cohort cohort, List<ScheduledDay> days) {}
