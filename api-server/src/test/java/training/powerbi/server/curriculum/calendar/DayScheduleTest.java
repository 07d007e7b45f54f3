package training.powerbi.server.curriculum.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.model.DayChangeKind;
import training.powerbi.model.Role;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.access.Cohorts;
import training.powerbi.server.access.DayState;
import training.powerbi.server.account.MovableClock;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Attempt;
import training.powerbi.server.audit.RecordedActions;
import training.powerbi.server.curriculum.CourseUnderTest;

class DayScheduleTest {
    private static final Viewer ADMIN = new Viewer("admin-1", Role.ADMIN, "session-1");
    private static final Viewer STUDENT = new Viewer("student-1", Role.STUDENT, "session-1");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T09:00:00Z"), ZoneOffset.UTC);
    private static final Instant MONDAY = Instant.parse("2026-03-02T13:00:00Z");

    private final CourseUnderTest course = new CourseUnderTest(CLOCK).planned(CLOCK.instant());
    private final RecordedActions actions = course.actions;
    private final DaySchedule schedule =
            new DaySchedule(course.keeper, course.view, actions.changes(), course.cohorts, CLOCK);

    @Test
    void aStudentSeesWhenALockedDayTakesPlaceAndHearsOfIt() {
        var heard = course.hear(STUDENT);

        var day = schedule.schedule(ADMIN, ADMIN.attempt(null), Cohorts.MAIN, 5, MONDAY, 1);

        assertThat(day.scheduledAt()).isEqualTo(MONDAY);
        assertThat(day.editVersion()).isEqualTo(2);
        assertThat(heard).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(DayChangeKind.EDITED);
            assertThat(change.day().scheduledAt()).isEqualTo(MONDAY);
            assertThat(change.day().isUnlocked()).isFalse();
        });
        assertThat(course.day(5).scheduledAt()).isEqualTo(MONDAY);
    }

    @Test
    void eachChangeIsAuditedWithTheTimeBeforeAndAfter() {
        schedule.schedule(ADMIN, ADMIN.attempt(null), Cohorts.MAIN, 5, MONDAY, null);
        schedule.schedule(ADMIN, ADMIN.attempt(null), Cohorts.MAIN, 5, MONDAY, null);
        var cleared = schedule.schedule(ADMIN, ADMIN.attempt(null), Cohorts.MAIN, 5, null, null);

        assertThat(cleared.scheduledAt()).isNull();
        assertThat(actions.types()).containsExactly("schedule_day", "schedule_day");
        assertThat(actions.metadata())
                .containsExactly(
                        "{\"before\":{\"scheduledAt\":null},\"after\":{\"scheduledAt\":\"2026-03-02T13:00:00Z\"}}",
                        "{\"before\":{\"scheduledAt\":\"2026-03-02T13:00:00Z\"},\"after\":{\"scheduledAt\":null}}");
    }

    @Test
    void unlockingAndLockingLeaveTheTimeAlone() {
        schedule.schedule(ADMIN, ADMIN.attempt(null), Cohorts.MAIN, 5, MONDAY, null);
        var day = course.day(5);

        assertThat(List.of(day.unlocked("admin-1", MONDAY), day.locked(MONDAY)))
                .extracting(DayState::scheduledAt)
                .containsOnly(MONDAY);
    }

    @Test
    void aTimeSetOverAnotherTrainersEditConflicts() {
        schedule.schedule(ADMIN, ADMIN.attempt(null), Cohorts.MAIN, 5, MONDAY, 1);

        refused(
                () -> schedule.schedule(ADMIN, ADMIN.attempt(null), Cohorts.MAIN, 5, null, 1),
                ErrorCode.CONFLICTING_UPDATE);
        assertThat(course.day(5).scheduledAt()).isEqualTo(MONDAY);
    }

    @Test
    void aRepeatedRequestWithItsKeyIsNotAppliedOverALaterOne() {
        schedule.schedule(ADMIN, ADMIN.attempt("key-1"), Cohorts.MAIN, 5, MONDAY, 1);
        schedule.schedule(ADMIN, ADMIN.attempt(null), Cohorts.MAIN, 5, null, null);

        assertThat(schedule.schedule(ADMIN, ADMIN.attempt("key-1"), Cohorts.MAIN, 5, MONDAY, 1)
                        .scheduledAt())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2036-03-02T00:00:00Z", "2016-02-28T00:00:00Z", "9999-12-31T00:00:00Z", "0000-01-01T00:00:00Z"})
    void timesMoreThanTenYearsAwayAreRefused(String at) {
        refused(
                () -> schedule.schedule(ADMIN, ADMIN.attempt(null), Cohorts.MAIN, 5, Instant.parse(at), null),
                ErrorCode.BAD_USER_INPUT);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 13, Integer.MAX_VALUE})
    void anUnknownDayIsNotFound(int day) {
        refused(
                () -> schedule.schedule(ADMIN, ADMIN.attempt(null), Cohorts.MAIN, day, MONDAY, null),
                ErrorCode.DAY_NOT_FOUND);
    }

    @Test
    void aPreviewTellsThePlanAndChangesNothing() {
        schedule.schedule(ADMIN, ADMIN.attempt(null), Cohorts.MAIN, 2, MONDAY, null);

        var plan = schedule.scheduleAll(ADMIN, ADMIN.attempt(null), wish("2026-03-02", true, null));

        assertThat(plan).hasSize(12).extracting(ScheduledDay::dayNumber).isSorted();
        assertThat(plan.get(0)).isEqualTo(new ScheduledDay(1, "Day 1", MONDAY, null, 1, null));
        assertThat(plan.get(1)).isEqualTo(new ScheduledDay(2, "Day 2", MONDAY.plusSeconds(86_400), MONDAY, 2, null));
        assertThat(course.day(1).scheduledAt()).isNull();
        assertThat(actions.types()).hasSize(1);
    }

    @Test
    void aPlanIsOneCommitWithOneActionForEachDayThatChanges() {
        schedule.schedule(ADMIN, ADMIN.attempt(null), Cohorts.MAIN, 1, MONDAY, null);
        long before = course.version();

        var days = schedule.scheduleAll(ADMIN, ADMIN.attempt(null), wish("2026-03-02", false, null));

        assertThat(course.version()).isEqualTo(before + 1);
        assertThat(days).extracting(ScheduledDay::editVersion).containsOnly(2);
        assertThat(days)
                .allSatisfy(day ->
                        assertThat(course.day(day.dayNumber()).scheduledAt()).isEqualTo(day.scheduledAt()));
        assertThat(actions.types()).hasSize(12).containsOnly("schedule_day");

        schedule.scheduleAll(ADMIN, ADMIN.attempt(null), wish("2026-03-02", false, null));
        assertThat(course.version()).isEqualTo(before + 1);
        assertThat(actions.types()).hasSize(12);
    }

    @Test
    void aPlanMadeBeforeAnotherTrainersChangeConflictsAndChangesNothing() {
        var seen = schedule.scheduleAll(ADMIN, ADMIN.attempt(null), wish("2026-03-02", true, null)).stream()
                .map(ScheduledDay::editVersion)
                .toList();
        schedule.schedule(ADMIN, ADMIN.attempt(null), Cohorts.MAIN, 12, MONDAY, null);

        refused(
                () -> schedule.scheduleAll(ADMIN, ADMIN.attempt(null), wish("2026-03-02", false, seen)),
                ErrorCode.CONFLICTING_UPDATE);
        refused(
                () -> schedule.scheduleAll(ADMIN, ADMIN.attempt(null), wish("2026-03-02", false, List.of(1))),
                ErrorCode.CONFLICTING_UPDATE);
        assertThat(course.day(1).scheduledAt()).isNull();
    }

    @Test
    void aRepeatedPlanWithItsKeyIsNotAppliedOverALaterOne() {
        var seen = IntStream.range(0, 12).map(_ -> 1).boxed().toList();
        schedule.scheduleAll(ADMIN, ADMIN.attempt("key-1"), wish("2026-03-02", false, seen));
        schedule.schedule(ADMIN, ADMIN.attempt(null), Cohorts.MAIN, 3, null, null);

        assertThat(schedule.scheduleAll(ADMIN, ADMIN.attempt("key-1"), wish("2026-03-02", false, seen)))
                .hasSize(12);
        assertThat(course.day(3).scheduledAt()).isNull();
        assertThat(actions.types()).hasSize(13);
    }

    @Test
    void aDayOpensAgainAtATimeAtWhichItOpenedBefore() {
        var clock = MovableClock.stoppedAt(CLOCK.instant());
        var other = new CourseUnderTest(clock).planned(clock.instant());
        var days = new DaySchedule(other.keeper, other.view, other.actions.changes(), other.cohorts, clock);
        var openings = new DayOpenings(other.rights.states, other.keeper);
        for (int i = 1; i <= 2; i++) {
            days.openAt(ADMIN, ADMIN.attempt(null), Cohorts.MAIN, 5, MONDAY);
            var before = clock.instant();
            clock.forward(Duration.between(before, MONDAY));
            openings.make(MONDAY);

            assertThat(other.day(5).isUnlocked()).as("time %d", i).isTrue();
            clock.forward(Duration.between(MONDAY, before));
        }
    }

    @Test
    void aDayThatCannotBeWrittenDownKeepsNoOtherWaiting() {
        var clock = MovableClock.stoppedAt(CLOCK.instant());
        var other = new CourseUnderTest(clock).planned(clock.instant());
        var days = new DaySchedule(other.keeper, other.view, other.actions.changes(), other.cohorts, clock);
        for (int day = 1; day <= 3; day++) {
            days.openAt(ADMIN, ADMIN.attempt(null), Cohorts.MAIN, day, MONDAY);
        }
        clock.forward(Duration.between(clock.instant(), MONDAY));
        var taken = Attempt.bySchedule("main/2/2/" + MONDAY).to(ActionType.LOCK_DAY);
        assertThat(other.actions.changes().made(taken)).isFalse();

        refused(() -> new DayOpenings(other.rights.states, other.keeper).make(MONDAY), ErrorCode.BAD_USER_INPUT);

        assertThat(IntStream.rangeClosed(1, 3).mapToObj(day -> other.day(day).isUnlocked()))
                .containsExactly(true, false, true);
    }

    private static ScheduleDaysInput wish(String start, boolean preview, @Nullable List<Integer> seen) {
        return new ScheduleDaysInput(start, "18:30", true, preview, seen, null, null, null, null);
    }

    private static void refused(ThrowingCallable change, ErrorCode code) {
        assertThatExceptionOfType(PortalException.class)
                .isThrownBy(change)
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(code));
    }
}
