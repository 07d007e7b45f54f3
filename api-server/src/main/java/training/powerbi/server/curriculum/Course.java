package training.powerbi.server.curriculum;

import java.time.ZoneId;
import java.util.List;

/// The course as it is planned: what a new store starts with.
public record Course(String title, ZoneId timeZone, List<Day> days) {

    public Course {
        days = List.copyOf(days);
    }

    public record Day(int dayNumber, String title, String description) {}
}
