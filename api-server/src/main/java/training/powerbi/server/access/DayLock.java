package training.powerbi.server.access;

import org.jspecify.annotations.Nullable;
import training.powerbi.model.DayChangeKind;

/// What of a day decides who may open it.
public record DayLock(int dayNumber, boolean isUnlocked) {
    /// What the step from an earlier lock to this one is, to those who listen.
    ///
    /// @param before null when there was no such day
    public DayChangeKind since(@Nullable DayLock before) {
        boolean wasUnlocked = before != null && before.isUnlocked;
        if (wasUnlocked == isUnlocked) {
            return DayChangeKind.EDITED;
        }
        return isUnlocked ? DayChangeKind.UNLOCKED : DayChangeKind.LOCKED;
    }

    /// Whether an event of that kind says the truth still: an unlock may have been taken back meanwhile.
    public boolean confirms(DayChangeKind kind) {
        return switch (kind) {
            case UNLOCKED -> isUnlocked;
            case LOCKED -> !isUnlocked;
            case EDITED -> true;
        };
    }
}
