package training.powerbi.server.curriculum;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What anyone may know of a day.
public record DayOutline(
        int dayNumber,
        String title,
        String description,
        boolean isUnlocked,
        @Nullable Instant scheduledAt) {

    static DayOutline of(TrainingContentRow row) {
        return new DayOutline(row.dayNumber(), row.title(), row.description(), row.isUnlocked(), row.scheduledAt());
    }
}
