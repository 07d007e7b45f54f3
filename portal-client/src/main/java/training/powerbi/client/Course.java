package training.powerbi.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All days in order as one cohort has them, and how its class is doing with each.
///
/// @param cohortId the run of the course that was asked for
/// @param students in the class, which is those whose account is active
/// @param cohorts all that are not archived, main first; a portal that was not asked for them says none
public record Course(
        String cohortId, List<CourseDay> days, List<DayProgress> progress, int students, List<Cohort> cohorts) {
    /// The run that every course has.
    public static final String MAIN = "main";

    public Course {
        days = List.copyOf(days);
        progress = List.copyOf(progress);
        cohorts = List.copyOf(cohorts);
    }

    /// The course where there is one run of it.
    public Course(List<CourseDay> days, List<DayProgress> progress, int students) {
        this(MAIN, days, progress, students, List.of());
    }

    /// How many active students have begun a day, and how many have finished it.
    public record DayProgress(int dayNumber, int started, int completed) {}

    /// One run of the course.
    ///
    /// @param timeZone IANA name
    /// @param startsOn ISO date; null when that is not said
    /// @param students in it whose account is active
    public record Cohort(
            String cohortId,
            String name,
            String timeZone,
            @Nullable String startsOn,
            boolean isArchived,
            int students,
            Instant createdAt) {}
}
