package training.powerbi.server.curriculum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.data.ArgumentValue;
import org.springframework.security.access.AccessDeniedException;
import training.powerbi.model.Role;
import training.powerbi.model.TrainingDay;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.access.CohortRowBuilder;
import training.powerbi.server.access.Cohorts;
import training.powerbi.server.access.DayState;
import training.powerbi.server.access.MoveRow;
import training.powerbi.server.access.OverrideRow;
import training.powerbi.server.access.OverrideRowBuilder;
import training.powerbi.server.account.MovableClock;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Attempt;

/// Whose course a change is a change of, and who hears of it.
class CohortNewsTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final String AUTUMN = "autumn";

    private final MovableClock clock = MovableClock.stoppedAt(NOON);
    private final CourseUnderTest course = new CourseUnderTest(clock).planned(NOON);
    private final Viewer trainer = course.people.add("trainer", Role.ADMIN, true, null);
    private final Viewer ana = course.people.student("ana", null);
    private final Viewer ben = course.people.student("ben", AUTUMN);

    @BeforeEach
    void twoCohorts() {
        course.rights.cohortTable.append(List.of(new CohortRowBuilder()
                .cohortId(AUTUMN)
                .name("Autumn")
                .isArchived(false)
                .createdAt(NOON)
                .updatedAt(NOON)
                .editVersion(1)
                .build()));
    }

    @Test
    void anUnlockOpensTheDayForItsCohortOnly() {
        var heardByAna = course.hear(ana);
        var heardByBen = course.hear(ben);
        var heardByTrainer = course.hear(trainer);

        var unlocked = course.editor.setUnlocked(trainer, trainer.attempt(null), AUTUMN, 3, true);

        assertThat(unlocked.cohortId()).isEqualTo(AUTUMN);
        assertThat(unlocked.editVersion()).isEqualTo(2);
        assertThat(unlocked.contentEditVersion()).isEqualTo(1);
        assertThat(heardByAna).isEmpty();
        assertThat(heardByBen).extracting(Object::toString).containsExactly("UNLOCKED 3 open in autumn");
        assertThat(heardByTrainer).extracting(Object::toString).containsExactly("UNLOCKED 3 open in autumn");
        assertThat(open(ana, null)).isEmpty();
        assertThat(open(ben, null)).containsExactly(3);
        assertThat(open(trainer, null)).isEmpty();
        assertThat(open(trainer, AUTUMN)).containsExactly(3);
        assertThat(course.access.mayOpen(ben, 3)).isTrue();
        assertThat(course.access.mayOpen(ana, 3)).isFalse();
        assertThat(course.actions.metadata().getLast())
                .isEqualTo(
                        "{\"cohortId\":\"autumn\",\"before\":{\"isUnlocked\":false},\"after\":{\"isUnlocked\":true}}");
    }

    @Test
    void aStudentCannotChooseACohortNotEvenTheOwn() {
        for (var student : List.of(ana, ben)) {
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> course.curriculum.days(student, AUTUMN));
            assertThat(course.curriculum.days(student, null)).hasSize(12);
        }
    }

    @Test
    void textsAreEverybodysAndDatesAreNot() {
        var heardByAna = course.hear(ana);
        var heardByBen = course.hear(ben);

        course.editor.update(
                trainer,
                trainer.attempt(null),
                5,
                new UpdateDayInput(
                        ArgumentValue.ofNullable("New title"),
                        ArgumentValue.omitted(),
                        ArgumentValue.omitted(),
                        ArgumentValue.omitted(),
                        null));
        var action = trainer.attempt(null).to(ActionType.SCHEDULE_DAY, AUTUMN);
        course.keeper.change(action, AUTUMN, 5, null, (day, at) -> day.scheduled(NOON, at));

        assertThat(heardByAna).extracting(Object::toString).containsExactly("EDITED 5 closed in main");
        assertThat(heardByBen)
                .extracting(Object::toString)
                .containsExactly("EDITED 5 closed in autumn", "EDITED 5 closed in autumn");
        assertThat(course.curriculum.day(ana, 5, null).orElseThrow().scheduledAt())
                .isNull();
        assertThat(course.curriculum.day(ben, 5, null).orElseThrow().scheduledAt())
                .isEqualTo(NOON);
    }

    @Test
    void anExceptionIsHeardByItsStudentAndByTrainersAlone() {
        var heardByAna = course.hear(ana);
        var heardByBen = course.hear(ben);
        var heardByTrainer = course.hear(trainer);

        override("o1", "ana", 2, true, null);

        assertThat(heardByAna).extracting(Object::toString).containsExactly("UNLOCKED 2 open in main for ana");
        assertThat(heardByBen).isEmpty();
        assertThat(heardByTrainer).extracting(Object::toString).containsExactly("UNLOCKED 2 closed in main for ana");
    }

    @Test
    void anExceptionEndsByTheClockWhetherOrNotThatIsWrittenDown() {
        override("o1", "ana", 2, true, NOON.plusSeconds(60));
        var heard = course.hear(ana);

        clock.forward(Duration.ofSeconds(59));
        assertThat(course.access.mayOpen(ana, 2)).isTrue();
        clock.forward(Duration.ofSeconds(1));
        assertThat(course.access.mayOpen(ana, 2)).isFalse();

        var row = course.rights.overrides.snapshot().find("o1").orElseThrow();
        course.rights.overrides.append(List.of(row.ended(clock.instant())));
        assertThat(heard).extracting(Object::toString).containsExactly("LOCKED 2 closed in main for ana");
    }

    @Test
    void whatAnExceptionOutweighsIsNotAnnounced() {
        override("o1", "ana", 2, false, null);
        override("o2", "ana", 3, true, null);
        var heard = course.hear(ana);

        course.editor.setUnlocked(trainer, trainer.attempt(null), Cohorts.MAIN, 2, true);
        course.editor.setUnlocked(trainer, trainer.attempt(null), Cohorts.MAIN, 3, true);
        course.editor.setUnlocked(trainer, trainer.attempt(null), Cohorts.MAIN, 3, false);

        assertThat(heard).extracting(Object::toString).containsExactly("UNLOCKED 3 open in main");
        assertThat(open(ana, null)).containsExactly(3);
    }

    @Test
    void whatShowsInTheOutlineIsNewsForThoseWhomAnExceptionKeepsOpenOrClosed() {
        override("o1", "ana", 2, false, null);
        var opening = trainer.attempt(null).to(ActionType.OPEN_DAY_AT, Cohorts.MAIN);
        course.keeper.change(opening, Cohorts.MAIN, 2, null, (day, at) -> day.opening(NOON.plusSeconds(60), at));
        override("o2", "ben", 1, true, null);
        course.editor.setUnlocked(trainer, trainer.attempt(null), Cohorts.MAIN, 1, true);
        var heardByAna = course.hear(ana);

        course.editor.setUnlocked(trainer, trainer.attempt(null), Cohorts.MAIN, 2, true);
        assertThat(heardByAna).as("it has no time any more").hasToString("[EDITED 2 closed in main]");

        var heardByBen = course.hear(ben);
        course.people.student("ben", null);
        course.rights.moves.append(List.of(new MoveRow("ben", AUTUMN, Cohorts.MAIN, NOON)));
        assertThat(heardByBen).as("each day has other dates").hasSize(12);
    }

    @Test
    void aClockThatIsSetBackLeavesTheTrainerInCharge() {
        var action = trainer.attempt(null).to(ActionType.OPEN_DAY_AT, AUTUMN);
        var opensAt = NOON.plusSeconds(60);
        course.keeper.change(action, AUTUMN, 4, null, (day, at) -> day.opening(opensAt, at));
        clock.forward(Duration.ofMinutes(1));
        course.keeper.open(Attempt.bySchedule("autumn/4").to(ActionType.UNLOCK_DAY), AUTUMN, 4);
        assertThat(open(ben, null)).containsExactly(4);

        clock.forward(Duration.ofSeconds(-30));
        assertThat(open(ben, null)).isEmpty();
        assertThat(course.curriculum.day(ben, 4, null).orElseThrow().opensAt()).isEqualTo(opensAt);

        course.editor.setUnlocked(trainer, trainer.attempt(null), AUTUMN, 4, true);
        assertThat(open(ben, null)).containsExactly(4);
        course.editor.setUnlocked(trainer, trainer.attempt(null), AUTUMN, 4, false);
        assertThat(open(ben, null)).isEmpty();
        clock.forward(Duration.ofHours(1));
        assertThat(open(ben, null)).as("locked by hand, for good").isEmpty();
    }

    @Test
    void aLockIsALockWhereTheClockWasSetBack() {
        var action = trainer.attempt(null).to(ActionType.OPEN_DAY_AT, AUTUMN);
        course.keeper.change(action, AUTUMN, 4, null, (day, at) -> day.opening(NOON.plusSeconds(60), at));
        clock.forward(Duration.ofMinutes(1));
        course.keeper.open(Attempt.bySchedule("autumn/4").to(ActionType.UNLOCK_DAY), AUTUMN, 4);
        clock.forward(Duration.ofSeconds(-30));

        course.editor.setUnlocked(trainer, trainer.attempt(null), AUTUMN, 4, false);
        var again = trainer.attempt(null).to(ActionType.OPEN_DAY_AT, AUTUMN, 4);
        course.keeper.change(again, AUTUMN, 4, null, (day, at) -> day.opening(null, at));
        clock.forward(Duration.ofHours(1));

        assertThat(open(ben, null)).isEmpty();
    }

    @Test
    void aMovedStudentHearsOfEachDayWithTheOtherCohortsLock() {
        course.editor.setUnlocked(trainer, trainer.attempt(null), Cohorts.MAIN, 1, true);
        var heard = course.hear(ana);

        course.people.student("ana", AUTUMN);
        course.rights.moves.append(List.of(new MoveRow("ana", Cohorts.MAIN, AUTUMN, NOON)));

        assertThat(heard).hasSize(12);
        assertThat(heard.getFirst()).hasToString("LOCKED 1 closed in autumn for ana");
        assertThat(open(ana, null)).isEmpty();
    }

    @Test
    void aMoveIsToldOnceTheAccountSaysItToo() {
        var heard = course.hear(ana);

        course.rights.moves.append(List.of(new MoveRow("ana", Cohorts.MAIN, AUTUMN, NOON)));
        course.clockNews.make(clock.instant());
        assertThat(heard).as("another server's tables come one by one").isEmpty();

        course.people.student("ana", AUTUMN);
        course.clockNews.make(clock.instant());
        course.clockNews.make(clock.instant());
        assertThat(heard)
                .hasSize(12)
                .allSatisfy(event -> assertThat(event.cohortId()).isEqualTo(AUTUMN));
    }

    @Test
    void whatIsWrittenDownAlreadyIsToldWhenItsMomentComesAgain() {
        var soon = NOON.plusSeconds(60);
        var action = trainer.attempt(null).to(ActionType.OPEN_DAY_AT, AUTUMN);
        course.keeper.change(action, AUTUMN, 4, null, (day, at) -> day.opening(soon, at));
        override("o1", "ben", 2, true, soon);
        clock.forward(Duration.ofSeconds(60));
        course.keeper.open(Attempt.bySchedule("autumn/4").to(ActionType.UNLOCK_DAY), AUTUMN, 4);
        var row = course.rights.overrides.snapshot().find("o1").orElseThrow();
        course.rights.overrides.append(List.of(row.ended(clock.instant())));
        course.clockNews.make(clock.instant());
        var heard = course.hear(ben);

        clock.forward(Duration.ofSeconds(-30));
        course.clockNews.make(clock.instant());
        assertThat(heard).hasToString("[LOCKED 4 closed in autumn, UNLOCKED 2 open in autumn for ben]");
        course.clockNews.make(clock.instant());
        clock.forward(Duration.ofSeconds(30));
        course.clockNews.make(clock.instant());
        assertThat(heard.subList(2, heard.size()))
                .hasToString("[UNLOCKED 4 open in autumn, LOCKED 2 closed in autumn for ben]");
    }

    @Test
    void trainersHearOfNoDayOfACohortThatIsNotThereYet() {
        var heard = course.hear(trainer);

        course.keeper.prepare(
                List.of(DayState.untouched("winter", 1).withScheduledAt(NOON).withUpdatedAt(NOON)));
        course.keeper.prepare(
                List.of(DayState.untouched(AUTUMN, 1).withScheduledAt(NOON).withUpdatedAt(NOON)));

        assertThat(heard).hasToString("[EDITED 1 closed in autumn]");
    }

    @Test
    void trainersHearOfNoUnlockWhereOneStudentGotADay() {
        var unlocked = new CopyOnWriteArrayList<Integer>();
        course.stream.unlocks(trainer).subscribe(day -> unlocked.add(day.dayNumber()));
        var mine = new CopyOnWriteArrayList<Integer>();
        course.stream.unlocks(ana).subscribe(day -> mine.add(day.dayNumber()));

        override("o1", "ana", 2, true, null);
        course.editor.setUnlocked(trainer, trainer.attempt(null), Cohorts.MAIN, 3, true);

        assertThat(unlocked).containsExactly(3);
        assertThat(mine).containsExactly(2, 3);
    }

    @Test
    void aLockOverAnOpeningThatNobodyWroteDownSaysThatTheDayWasOpen() {
        var soon = NOON.plusSeconds(60);
        var action = trainer.attempt(null).to(ActionType.OPEN_DAY_AT, AUTUMN);
        course.keeper.change(action, AUTUMN, 4, null, (day, at) -> day.opening(soon, at));
        clock.forward(Duration.ofSeconds(60));

        course.editor.setUnlocked(trainer, trainer.attempt(null), AUTUMN, 4, false);

        assertThat(course.actions.metadata().getLast())
                .contains(
                        "\"before\":{\"isUnlocked\":true,\"unlockedAt\":\"" + soon + "\",\"unlockedBy\":\"schedule\"}")
                .contains("\"after\":{\"isUnlocked\":false}");
    }

    @Test
    void theClockOpensADayWhenItIsAskedAndALockTakesItAway() {
        var action = trainer.attempt(null).to(ActionType.OPEN_DAY_AT, AUTUMN);
        course.keeper.change(action, AUTUMN, 4, null, (day, at) -> day.opening(NOON.plusSeconds(60), at));
        assertThat(course.curriculum.day(ben, 4, null).orElseThrow().opensAt()).isEqualTo(NOON.plusSeconds(60));

        clock.forward(Duration.ofMinutes(1));
        var open = course.curriculum.day(ben, 4, null).orElseThrow();
        assertThat(open.isUnlocked()).isTrue();
        assertThat(open.unlockedAt()).isEqualTo(NOON.plusSeconds(60));
        assertThat(open.opensAt()).isNull();

        course.editor.setUnlocked(trainer, trainer.attempt(null), AUTUMN, 4, false);
        assertThat(course.curriculum.day(ben, 4, null).orElseThrow().isUnlocked())
                .isFalse();
    }

    @Test
    void anArchivedCohortIsNotChangedAnyMore() {
        var row = course.rights.cohortTable.snapshot().find(AUTUMN).orElseThrow();
        course.rights.cohortTable.append(List.of(row.withIsArchived(true)));

        assertThatExceptionOfType(PortalException.class)
                .isThrownBy(() -> course.editor.setUnlocked(trainer, trainer.attempt(null), AUTUMN, 3, true))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(ErrorCode.BAD_USER_INPUT));
        assertThatExceptionOfType(PortalException.class)
                .isThrownBy(() -> course.editor.setUnlocked(trainer, trainer.attempt(null), "winter", 3, true))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(ErrorCode.COHORT_NOT_FOUND));
    }

    private List<Integer> open(Viewer viewer, @Nullable String cohortId) {
        return course.curriculum.days(viewer, cohortId).stream()
                .filter(TrainingDay::isUnlocked)
                .map(TrainingDay::dayNumber)
                .toList();
    }

    private void override(String id, String userId, int day, boolean isOpen, @Nullable Instant expiresAt) {
        OverrideRow row = new OverrideRowBuilder()
                .overrideId(id)
                .userId(userId)
                .dayNumber(day)
                .isOpen(isOpen)
                .reason("a reason")
                .expiresAt(expiresAt)
                .createdAt(NOON)
                .createdBy("trainer")
                .updatedAt(NOON)
                .build();
        course.rights.overrides.append(List.of(row));
    }
}
