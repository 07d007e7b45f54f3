package training.powerbi.server.curriculum;

/// What anyone may know of a day.
public record DayOutline(int dayNumber, String title, String description, boolean isUnlocked) {

    static DayOutline of(TrainingContentRow row) {
        return new DayOutline(row.dayNumber(), row.title(), row.description(), row.isUnlocked());
    }
}
