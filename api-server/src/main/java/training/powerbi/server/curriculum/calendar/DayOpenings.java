package training.powerbi.server.curriculum.calendar;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.access.DayState;
import training.powerbi.server.access.DayStates;
import training.powerbi.server.access.TimedChange;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Attempt;
import training.powerbi.server.curriculum.DayKeeper;

/// Writes down that the clock opened a day. Its action is named by cohort, day, edit version and time, so that of
/// several servers one does it, and again where a trainer set the same time again.
@Component
class DayOpenings implements TimedChange {
    private final DayStates states;
    private final DayKeeper keeper;

    DayOpenings(DayStates states, DayKeeper keeper) {
        this.states = states;
        this.keeper = keeper;
    }

    @Override
    public void make(Instant now) {
        var failures = states.all()
                .filter(day -> isDue(day, now))
                .flatMap(day -> open(day).stream())
                .toList();
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }

    private static boolean isDue(DayState day, Instant now) {
        return !day.isUnlocked() && day.opensAt() != null && !day.opensAt().isAfter(now);
    }

    /// @return why it could not be; no day waits for another one
    private Optional<RuntimeException> open(DayState due) {
        var opensAt = Objects.requireNonNull(due.opensAt());
        var action = Attempt.bySchedule(
                        due.cohortId() + '/' + due.dayNumber() + '/' + due.editVersion() + '/' + opensAt)
                .to(ActionType.UNLOCK_DAY);
        try {
            keeper.open(action, due.cohortId(), due.dayNumber());
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(e).filter(failure -> !isDoneElsewhere(failure));
        }
    }

    /// Another server did it a moment ago.
    private static boolean isDoneElsewhere(RuntimeException failure) {
        return failure instanceof PortalException known && known.code() == ErrorCode.CONFLICTING_UPDATE;
    }
}
