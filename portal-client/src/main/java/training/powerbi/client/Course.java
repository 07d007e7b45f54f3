package training.powerbi.client;

import java.util.List;

/// All days in order, and how the class is doing with each.
///
/// @param students in the class, which is those whose account is active
public record Course(List<CourseDay> days, List<DayProgress> progress, int students) {
    public Course {
        days = List.copyOf(days);
        progress = List.copyOf(progress);
    }

    /// How many active students have begun a day, and how many have finished it.
    public record DayProgress(int dayNumber, int started, int completed) {}
}
