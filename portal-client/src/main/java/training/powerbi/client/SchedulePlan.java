package training.powerbi.client;

import java.time.LocalDate;
import java.time.LocalTime;

/// How days are laid over a calendar, in the course's own time zone.
///
/// @param time when each day begins
public record SchedulePlan(LocalDate startDate, LocalTime time, boolean weekdaysOnly) {}
