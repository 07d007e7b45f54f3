package training.powerbi.server.curriculum.calendar;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.model.TrainingDay;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.access.Cohorts;
import training.powerbi.server.access.DayState;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Attempt;
import training.powerbi.server.audit.Changes;
import training.powerbi.server.curriculum.DayKeeper;
import training.powerbi.server.curriculum.DayKeeper.Turn;
import training.powerbi.server.curriculum.DayView;

/// Says when the sessions take place and when days open by the clock. Each method returns once the change and its audit
/// rows are durable; what changes nothing writes nothing.
@Service
@PreAuthorize("hasRole('ADMIN')")
class DaySchedule {
    private static final int MOST_MINUTES = (int) Duration.ofDays(14).toMinutes();

    private final DayKeeper keeper;
    private final DayView view;
    private final Changes changes;
    private final Cohorts cohorts;
    private final Clock clock;

    DaySchedule(DayKeeper keeper, DayView view, Changes changes, Cohorts cohorts, Clock clock) {
        this.keeper = keeper;
        this.view = view;
        this.changes = changes;
        this.cohorts = cohorts;
        this.clock = clock;
    }

    /// @param at null takes the date away
    /// @param expected the edit version the admin has seen; null when it does not matter
    TrainingDay schedule(
            Viewer admin,
            Attempt attempt,
            String cohortId,
            int dayNumber,
            @Nullable Instant at,
            @Nullable Integer expected) {
        var session = at == null ? null : CalendarPlan.near("scheduledAt", at, clock.instant());
        var action = cohortId.equals(Cohorts.MAIN)
                ? attempt.to(ActionType.SCHEDULE_DAY, dayNumber, at, expected)
                : attempt.to(ActionType.SCHEDULE_DAY, dayNumber, at, expected, cohortId);
        return view.show(
                admin,
                keeper.change(
                        action,
                        cohortId,
                        dayNumber,
                        expected,
                        (day, now) -> Objects.equals(day.scheduledAt(), session) ? day : day.scheduled(session, now)));
    }

    /// Has the clock open a day.
    ///
    /// @param opensAt null takes the clock away
    TrainingDay openAt(Viewer admin, Attempt attempt, String cohortId, int dayNumber, @Nullable Instant opensAt) {
        var now = clock.instant();
        if (opensAt != null) {
            CalendarPlan.near("opensAt", opensAt, now);
            if (!opensAt.isAfter(now)) {
                throw PortalException.badInput("opensAt", "This time is past; unlock the day to open it now.");
            }
        }
        var action = attempt.to(ActionType.OPEN_DAY_AT, cohortId, dayNumber, opensAt);
        return view.show(admin, keeper.change(action, cohortId, dayNumber, null, (day, at) -> {
            if (opensAt != null && day.isOpenAt(at)) {
                throw PortalException.badInput(
                        "dayNumber", "Day " + dayNumber + " is open already; lock it before you set a time.");
            }
            // What the clock opened a moment ago stays open.
            return day.isOpenAt(at) || Objects.equals(day.opensAt(), opensAt) ? day : day.opening(opensAt, at);
        }));
    }

    /// Lays a plan over all days in one commit, with one audit row for each day that changes; a preview only answers
    /// it.
    List<ScheduledDay> scheduleAll(Viewer admin, Attempt attempt, ScheduleDaysInput input) {
        var cohort = cohorts.requireOpen(input.cohortId());
        var plan = CalendarPlan.of(
                input.startDate(),
                input.time(),
                CalendarPlan.weekdays(input.weekdays(), input.weekdaysOnly()),
                input.skip(),
                cohorts.zone(cohort));
        var opens = opensAfter(input.opensAfterMinutes());
        var titles = view.showAll(admin, cohort.cohortId());
        if (input.preview()) {
            return answer(moves(keeper.days(cohort.cohortId()), plan, opens, clock.instant()), titles, false);
        }
        var action = attempt.to(ActionType.SCHEDULE_DAY, input);
        boolean repeated = changes.made(action);
        return keeper.<List<ScheduledDay>>change(action, cohort.cohortId(), (days, now) -> {
                    var moves = moves(days, plan, opens, now);
                    if (repeated || moves.stream().anyMatch(move -> changes.isKnown(action.ofDay(move.dayNumber())))) {
                        return new Turn<>(List.of(), answer(moves, titles, false));
                    }
                    expect(input.expectedEditVersions(), moves);
                    return new Turn<>(
                            moves.stream()
                                    .filter(Move::changesTheDay)
                                    .map(Move::after)
                                    .toList(),
                            answer(moves, titles, true));
                })
                .answer();
    }

    private static @Nullable Duration opensAfter(@Nullable Integer minutes) {
        if (minutes == null) {
            return null;
        }
        if (minutes < 0 || minutes > MOST_MINUTES) {
            throw PortalException.badInput(
                    "opensAfterMinutes",
                    "A day opens 0 to " + MOST_MINUTES + " minutes after its session begins, which is two weeks.");
        }
        return Duration.ofMinutes(minutes);
    }

    /// A day that gets a time.
    private record Move(DayState before, DayState after) {
        boolean changesTheDay() {
            return !Objects.equals(before.scheduledAt(), after.scheduledAt())
                    || !Objects.equals(before.opensAt(), after.opensAt());
        }

        int dayNumber() {
            return before.dayNumber();
        }
    }

    private static List<Move> moves(List<DayState> days, CalendarPlan plan, @Nullable Duration opens, Instant now) {
        var sessions = plan.sessions(days.size(), now);
        return IntStream.range(0, days.size())
                .mapToObj(i -> move(days.get(i), sessions.get(i), opens, now))
                .toList();
    }

    private static Move move(DayState day, Instant session, @Nullable Duration opens, Instant now) {
        var scheduled = day.scheduled(session, now);
        if (day.isOpenAt(now)) {
            return new Move(day, scheduled);
        }
        var opensAt = opens == null ? null : session.plus(opens);
        if (opensAt != null && !opensAt.isAfter(now)) {
            throw PortalException.badInput(
                    "opensAfterMinutes",
                    "By this plan day " + day.dayNumber() + " would have opened already; choose a later startDate.");
        }
        return new Move(day, day.opening(opensAt, now).withScheduledAt(session));
    }

    private static List<ScheduledDay> answer(List<Move> moves, List<TrainingDay> titles, boolean made) {
        return IntStream.range(0, moves.size())
                .mapToObj(i -> answer(moves.get(i), titles.get(i).title(), made))
                .toList();
    }

    private static ScheduledDay answer(Move move, String title, boolean made) {
        return new ScheduledDay(
                move.dayNumber(),
                title,
                Objects.requireNonNull(move.after().scheduledAt()),
                move.before().scheduledAt(),
                (made && move.changesTheDay() ? move.after() : move.before()).editVersion(),
                move.after().opensAt());
    }

    private static void expect(@Nullable List<Integer> versions, List<Move> moves) {
        if (versions != null
                && !versions.equals(
                        moves.stream().map(move -> move.before().editVersion()).toList())) {
            throw new PortalException(
                    ErrorCode.CONFLICTING_UPDATE,
                    "Someone else changed a day meanwhile; look at the plan again before you apply it.");
        }
    }
}
