package training.powerbi.desktop.ui.calendar;

import org.jspecify.annotations.Nullable;

/// When the clock opens planned days.
enum Opening {
    BY_HAND(null),
    AT_START(0),
    AFTER_AN_HOUR(60),
    AFTER_TWO_HOURS(120),
    AFTER_THREE_HOURS(180),
    A_DAY_LATER(1_440);

    private final @Nullable Integer minutes;

    Opening(@Nullable Integer minutes) {
        this.minutes = minutes;
    }

    /// After the session begins; null when a hand opens it.
    @Nullable
    Integer minutes() {
        return minutes;
    }
}
