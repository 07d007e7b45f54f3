package training.powerbi.cli.course;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.Course;
import training.powerbi.client.CourseDay;

/// A day as `--json` tells it.
///
/// @param recordings those students see
/// @param started active students who have begun the day
/// @param completed active students who are through with it
/// @param opensAt when the clock opens it; null when it does not, or did
/// @param cohortId the run of the course it is told of
record DayLine(
        int dayNumber,
        String title,
        boolean isUnlocked,
        @Nullable Instant unlockedAt,
        @Nullable Instant scheduledAt,
        int recordings,
        int started,
        int completed,
        @Nullable Instant opensAt,
        String cohortId) {

    static DayLine of(CourseDay day, Course course) {
        var progress = course.progress().stream()
                .filter(each -> each.dayNumber() == day.dayNumber())
                .findFirst();
        return new DayLine(
                day.dayNumber(),
                day.title(),
                day.isUnlocked(),
                day.unlockedAt(),
                day.scheduledAt(),
                day.recordings().size(),
                progress.map(Course.DayProgress::started).orElse(0),
                progress.map(Course.DayProgress::completed).orElse(0),
                day.opensAt(),
                day.cohortId());
    }
}
