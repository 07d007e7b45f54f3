package training.powerbi.server.curriculum;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import training.powerbi.server.access.DayState;

/// What anyone may know of a day.
///
/// @param opensAt when the clock will open it
/// @param sessionMinutes how long the session takes
public record DayOutline(
        int dayNumber,
        String title,
        String description,
        boolean isUnlocked,
        @Nullable Instant scheduledAt,
        @Nullable Instant opensAt,
        int sessionMinutes) {
    static DayOutline of(TrainingContentRow row, DayState state, Instant at) {
        return new DayOutline(
                row.dayNumber(),
                row.title(),
                row.description(),
                state.isOpenAt(at),
                state.scheduledAt(),
                state.opensAfter(at),
                state.minutes());
    }
}
