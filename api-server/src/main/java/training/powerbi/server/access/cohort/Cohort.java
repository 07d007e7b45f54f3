package training.powerbi.server.access.cohort;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A run of the course, as GraphQL shows it.
///
/// @param timeZone its own, or the course's
/// @param students those whose account is enabled
public record Cohort(
        String cohortId,
        String name,
        String timeZone,
        @Nullable String startsOn,
        boolean isArchived,
        int students,
        int editVersion,
        Instant createdAt) {}
