package training.powerbi.server.curriculum.calendar;

import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.access.DayState;
import training.powerbi.server.access.DayStates;
import training.powerbi.server.access.TimedChange;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Attempt;
import training.powerbi.server.curriculum.DayKeeper;

/// Writes down that the clock opened a day. Its action is named by cohort, day and time, so that of several servers one
/// does it.
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
        states.all().filter(day -> isDue(day, now)).toList().forEach(this::open);
    }

    private static boolean isDue(DayState day, Instant now) {
        return !day.isUnlocked() && day.opensAt() != null && !day.opensAt().isAfter(now);
    }

    private void open(DayState due) {
        var opensAt = Objects.requireNonNull(due.opensAt());
        var action = Attempt.bySchedule(due.cohortId() + '/' + due.dayNumber() + '/' + opensAt)
                .to(ActionType.UNLOCK_DAY);
        try {
            keeper.open(action, due.cohortId(), due.dayNumber());
        } catch (PortalException elsewhere) {
            if (elsewhere.code() != ErrorCode.CONFLICTING_UPDATE) {
                throw elsewhere;
            }
            // Another server did it a moment ago.
        }
    }
}
