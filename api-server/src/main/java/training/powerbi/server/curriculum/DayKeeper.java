package training.powerbi.server.curriculum;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.access.CohortDayRow;
import training.powerbi.server.access.Cohorts;
import training.powerbi.server.access.DayState;
import training.powerbi.server.access.DayStates;
import training.powerbi.server.access.Days;
import training.powerbi.server.audit.Action;
import training.powerbi.server.audit.Change;
import training.powerbi.server.audit.Change.Edit;
import training.powerbi.server.audit.Changes;
import training.powerbi.server.audit.Entry;
import training.powerbi.server.audit.RecordedChange;
import training.powerbi.server.store.Committed;

/// Changes what a cohort keeps of its days, wherever it keeps them: `main` in the days' own rows, the others in
/// `cohort_days`. Returns once the change and its audit rows are durable. Who may is the caller's to say.
@Component
public class DayKeeper {
    private final DeltaTable<Integer, TrainingContentRow> content;
    private final DeltaTable<String, CohortDayRow> cohortDays;
    private final DayStates states;
    private final Cohorts cohorts;
    private final Changes changes;

    DayKeeper(
            DeltaTable<Integer, TrainingContentRow> content,
            DeltaTable<String, CohortDayRow> cohortDays,
            DayStates states,
            Cohorts cohorts,
            Changes changes) {
        this.content = content;
        this.cohortDays = cohortDays;
        this.states = states;
        this.cohorts = cohorts;
        this.changes = changes;
    }

    /// What becomes of a cohort's days, decided on all of them in their order. May run twice.
    @FunctionalInterface
    public interface Plan<T> {
        Turn<T> decide(List<DayState> days, Instant at);
    }

    /// The days that change, each as it becomes, and the caller's answer.
    ///
    /// @param undoes the action that this one takes back; null for any other change
    public record Turn<T>(
            List<DayState> changed, T answer, @Nullable String undoes) {
        public Turn {
            changed = List.copyOf(changed);
        }

        public Turn(List<DayState> changed, T answer) {
            this(changed, answer, null);
        }

        static <T> Turn<T> none(T answer) {
            return new Turn<>(List.of(), answer);
        }
    }

    /// A cohort's days as they are now, in their order.
    public List<DayState> days(String cohortId) {
        return inOrder(content.snapshot()
                .rows()
                .map(day -> states.of(cohortId, day.state()))
                .toList());
    }

    /// Changes days of a cohort.
    ///
    /// @throws PortalException COHORT_NOT_FOUND, BAD_USER_INPUT when the cohort is archived, and the plan's own
    public <T> Committed<T> change(Action action, String cohortId, Plan<T> plan) {
        cohorts.requireOpen(cohortId);
        return decide(action, cohortId, (days, at) -> {
            cohorts.requireOpen(cohortId);
            return plan.decide(days, at);
        });
    }

    private <T> Committed<T> decide(Action action, String cohortId, Plan<T> plan) {
        return cohortId.equals(Cohorts.MAIN) ? changeMain(action, plan) : changeCohort(action, cohortId, plan);
    }

    private <T> Committed<T> changeMain(Action action, Plan<T> plan) {
        return changes.run(action, content, (rows, at) -> {
            var days = inOrder(rows.rows().map(TrainingContentRow::state).toList());
            return change(
                    plan.decide(days, at),
                    days,
                    day -> rows.find(day.dayNumber())
                            .orElseThrow(() -> Days.notFound(day.dayNumber()))
                            .with(day, at),
                    at);
        });
    }

    private <T> Committed<T> changeCohort(Action action, String cohortId, Plan<T> plan) {
        return changes.run(action, cohortDays, (rows, at) -> {
            var days = inOrder(content.snapshot()
                    .rows()
                    .map(day -> rows.find(CohortDayRow.key(cohortId, day.dayNumber()))
                            .map(CohortDayRow::state)
                            .orElseGet(() -> DayState.untouched(cohortId, day.dayNumber())))
                    .toList());
            return change(plan.decide(days, at), days, day -> CohortDayRow.of(day, at), at);
        });
    }

    private static <K, R extends Record, T> Change<K, R, T> change(
            Turn<T> turn, List<DayState> days, Function<DayState, R> row, Instant at) {
        var before = days.stream().collect(Collectors.toMap(DayState::dayNumber, Function.identity()));
        return Change.ofDays(
                turn.changed().stream()
                        .map(day ->
                                new Edit<>(row.apply(day), entry(before.get(day.dayNumber()), day, turn.undoes(), at)))
                        .toList(),
                turn.answer());
    }

    private static Entry entry(@Nullable DayState before, DayState after, @Nullable String undoes, Instant at) {
        var kept = before == null ? DayState.untouched(after.cohortId(), after.dayNumber()) : before;
        // Whoever closes a day that the clock opened a moment ago is told to have closed an open one.
        var earlier = after.isOpenAt(at) ? kept : kept.seen(at);
        var becomes = after.differingFrom(earlier);
        if (undoes != null) {
            becomes.put(RecordedChange.UNDOES, undoes);
        }
        return Entry.ofCohortDay(
                after.cohortId().equals(Cohorts.MAIN) ? null : after.cohortId(),
                after.dayNumber(),
                leaving(earlier, after),
                becomes);
    }

    /// A lock forgets when and by whom the day was unlocked; who undoes it gives that back.
    private static Map<String, @Nullable Object> leaving(DayState before, DayState after) {
        var values = before.differingFrom(after);
        if (before.isUnlocked() && !after.isUnlocked()) {
            values.put(
                    "unlockedAt",
                    before.unlockedAt() == null ? null : before.unlockedAt().toString());
            values.put("unlockedBy", before.unlockedBy());
        }
        return values;
    }

    /// Changes one day. The same action again answers with the day as it is.
    ///
    /// @param expected the edit version the admin has seen; null when it does not matter
    /// @throws PortalException DAY_NOT_FOUND, CONFLICTING_UPDATE, and what [#change(Action, String, Plan)] throws
    public Committed<DayState> change(
            Action action,
            String cohortId,
            int dayNumber,
            @Nullable Integer expected,
            BiFunction<DayState, Instant, DayState> plan) {
        return change(action, cohortId, (days, at) -> {
            var before = find(days, dayNumber);
            if (changes.isKnown(action)) {
                return Turn.none(before);
            }
            if (expected != null && expected != before.editVersion()) {
                throw new PortalException(
                        ErrorCode.CONFLICTING_UPDATE,
                        "Someone else changed this day meanwhile; load it again and repeat your change.");
            }
            var after = plan.apply(before, at);
            return after.differs(before) ? new Turn<>(List.of(after), after) : Turn.none(before);
        });
    }

    /// Takes a change back, if the day still is as that left it.
    void undo(Action action, RecordedChange change, Supplier<PortalException> builtUpon) {
        var cohortId = change.cohortId() == null ? Cohorts.MAIN : change.cohortId();
        decide(action, cohortId, (days, at) -> {
            var day = find(days, change.day());
            if (changes.isKnown(action)) {
                return Turn.none(day);
            }
            cohorts.refuseArchived(cohortId);
            if (!day.isAs(change.after(), at)) {
                throw builtUpon.get();
            }
            var restored = day.with(change.before(), at);
            return new Turn<>(List.of(restored), restored, change.actionId());
        });
    }

    /// Keeps the days of a cohort that is about to be made. They are part of its making, so that the audit log tells of
    /// that alone.
    public void prepare(List<DayState> days) {
        changes.unaudited(
                cohortDays,
                (rows, at) -> Verdict.upsert(
                        days.stream().map(day -> CohortDayRow.of(day, at)).toList()));
    }

    /// Writes down that the clock opened the day, if it still is as the clock left it. In an archived cohort too: what
    /// was promised holds.
    public void open(Action action, String cohortId, int dayNumber) {
        decide(action, cohortId, (days, at) -> {
            var due = changes.isKnown(action)
                    ? List.<DayState>of()
                    : days.stream()
                            .filter(day -> day.dayNumber() == dayNumber && !day.isUnlocked() && day.isOpenAt(at))
                            .map(day -> day.openedByClock(at))
                            .toList();
            return new Turn<>(due, due.size());
        });
    }

    private static DayState find(List<DayState> days, int dayNumber) {
        return days.stream()
                .filter(day -> day.dayNumber() == dayNumber)
                .findFirst()
                .orElseThrow(() -> Days.notFound(dayNumber));
    }

    private static List<DayState> inOrder(List<DayState> days) {
        return days.stream()
                .sorted(Comparator.comparingInt(DayState::dayNumber))
                .toList();
    }
}
