package training.powerbi.client.access;

import training.powerbi.client.SchedulePlan;

/// A new run of the course like another one, on other dates.
///
/// @param plan without a clock: a new run's days are all locked
public record CohortCopy(String fromCohortId, String name, SchedulePlan plan) {}
