package training.powerbi.client;

import java.util.List;

/// All days in order, and how the class is doing with each.
public record Course(List<CourseDay> days, List<DayProgress> progress) {
    public Course {
        days = List.copyOf(days);
        progress = List.copyOf(progress);
    }

    /// How many active students have begun a day, and how many have finished it.
    public record DayProgress(int dayNumber, int started, int completed) {}
}
