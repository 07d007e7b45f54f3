package training.powerbi.server.curriculum.calendar;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.model.TrainingDay;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.access.CohortRow;
import training.powerbi.server.access.Cohorts;
import training.powerbi.server.access.DayState;
import training.powerbi.server.access.DayStates;
import training.powerbi.server.access.cohort.CohortEditor;
import training.powerbi.server.access.cohort.CohortInput;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Attempt;
import training.powerbi.server.audit.Changes;
import training.powerbi.server.curriculum.DayKeeper;
import training.powerbi.server.curriculum.DayView;

/// Makes a cohort like another one on other dates: the length of each session is copied, all days are locked, and
/// addresses of meetings are left out, since each run has its own. The dates are durable before the cohort is there, so
/// that none is half made.
@Service
@PreAuthorize("hasRole('ADMIN')")
class CohortCopy {
    private final Cohorts cohorts;
    private final CohortEditor editor;
    private final DayKeeper keeper;
    private final DayStates states;
    private final DayView view;
    private final Changes changes;
    private final Clock clock;

    CohortCopy(
            Cohorts cohorts,
            CohortEditor editor,
            DayKeeper keeper,
            DayStates states,
            DayView view,
            Changes changes,
            Clock clock) {
        this.cohorts = cohorts;
        this.editor = editor;
        this.keeper = keeper;
        this.states = states;
        this.view = view;
        this.changes = changes;
        this.clock = clock;
    }

    CohortPlan copy(Viewer admin, Attempt attempt, CopyCohortInput input) {
        var from = cohorts.require(input.fromCohortId());
        var plan = CalendarPlan.of(
                input.startDate(),
                input.time(),
                CalendarPlan.weekdays(input.weekdays(), true),
                input.skip(),
                cohorts.zone(from));
        var named = new CohortInput(input.name(), from.timeZone(), input.startDate()).checked();
        var action = attempt.to(ActionType.CREATE_COHORT, input);
        var cohortId = CohortEditor.newId(action);
        var days = copies(cohortId, keeper.days(from.cohortId()), plan);
        var answer = answer(days, view.showAll(admin, from.cohortId()));
        if (input.preview()) {
            editor.requireRoomFor(cohortId, named.name());
            refuseOverlaps(days);
            return new CohortPlan(null, answer);
        }
        if (!changes.made(action)) {
            editor.requireRoomFor(cohortId, named.name());
            refuseOverlaps(days);
            keeper.prepare(days);
        }
        return new CohortPlan(
                editor.create(action, named, Map.of("copiedFrom", from.cohortId(), "time", input.time())), answer);
    }

    private List<DayState> copies(String cohortId, List<DayState> days, CalendarPlan plan) {
        var now = clock.instant();
        var sessions = plan.sessions(days.size(), now);
        return IntStream.range(0, days.size())
                .mapToObj(i -> DayState.untouched(cohortId, days.get(i).dayNumber())
                        .withScheduledAt(sessions.get(i))
                        .withSessionMinutes(days.get(i).sessionMinutes())
                        .withUpdatedAt(now))
                .toList();
    }

    /// A trainer cannot teach two cohorts at once; whoever means to has two portals, or moves one by a minute.
    private void refuseOverlaps(List<DayState> days) {
        var taken = new HashMap<Instant, DayState>();
        var names = cohorts.all()
                .filter(cohort -> !cohort.isArchived())
                .collect(Collectors.toMap(CohortRow::cohortId, CohortRow::name));
        states.all()
                .filter(day -> day.scheduledAt() != null && names.containsKey(day.cohortId()))
                .forEach(day -> taken.put(day.scheduledAt(), day));
        for (var day : days) {
            var other = taken.get(day.scheduledAt());
            if (other != null && !other.cohortId().equals(day.cohortId())) {
                throw PortalException.badInput(
                        "startDate",
                        "Day " + day.dayNumber() + " would begin together with day " + other.dayNumber() + " of "
                                + names.get(other.cohortId()) + "; choose another date or time.");
            }
        }
    }

    private static List<ScheduledDay> answer(List<DayState> days, List<TrainingDay> titles) {
        return IntStream.range(0, days.size())
                .mapToObj(i -> new ScheduledDay(
                        days.get(i).dayNumber(),
                        titles.get(i).title(),
                        Objects.requireNonNull(days.get(i).scheduledAt()),
                        null,
                        days.get(i).editVersion(),
                        null))
                .toList();
    }
}
