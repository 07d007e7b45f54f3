package training.powerbi.client.access;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a trainer says of a run of the course.
///
/// @param timeZone IANA name; null for the course's
/// @param startsOn null when that is not said
public record CohortWords(
        String name, @Nullable String timeZone, @Nullable LocalDate startsOn) {}
