package training.powerbi.desktop.ui.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import training.powerbi.desktop.state.LiveCourse;
import training.powerbi.desktop.state.LockState;
import training.powerbi.desktop.testing.Desk;
import training.powerbi.desktop.testing.Samples;

/// What is done to days is done to those of the run that is shown.
class CohortDaysTest {
    private static final String SPRING = "c2";

    private final Desk desk = Desk.atOnce();
    private final LiveCourse live = new LiveCourse(desk.portal, desk.state, desk.tasks, desk.screen::problem);
    private final LockSwitch locks = new LockSwitch(desk.portal, desk.state, desk.tasks, desk.screen);
    private final CalendarViewModel calendar = new CalendarViewModel(
            desk.portal, desk.state, desk.tasks, desk.screen, desk.dialogs, locks, ZoneOffset.UTC);

    @BeforeEach
    void twoRuns() {
        desk.portal.add(Samples.cohort(SPRING, "Spring 2027"));
        live.read();
    }

    @Test
    void theSameDayStaysChosenInTheOtherRun() {
        calendar.choose(desk.day(3));
        calendar.mark(desk.day(4), true);
        live.show(SPRING);

        var chosen = Objects.requireNonNull(calendar.chosen().get());
        assertThat(chosen.day().cohortId()).isEqualTo(SPRING);
        assertThat(chosen.number()).isEqualTo(3);
        assertThat(calendar.marked()).isEmpty();

        calendar.choose(null);
        live.show("main");
        assertThat(calendar.chosen().get()).isNull();
    }

    @Test
    void aLockIsOfTheRunItWasSetInAndSoIsItsUndo() {
        live.show(SPRING);
        locks.toggle(desk.day(1));
        assertThat(desk.portal.asked).contains("unlockDay 1 in c2");

        live.show("main");
        desk.undo();
        assertThat(desk.portal.asked).contains("lockDay 1 in c2").doesNotContain("lockDay 1");
        assertThat(desk.day(1).lock()).isEqualTo(LockState.UNLOCKED);
    }

    @Test
    void daysAndOpeningsAreToldOnTheRunsOwnClock() {
        live.show(SPRING);
        var day = desk.day(8);
        desk.state.hear(Samples.opening(
                Samples.at(day.day(), Instant.parse("2027-03-09T17:00:00Z")), Instant.parse("2027-03-09T23:30:00Z")));

        assertThat(calendar.when(day.day()))
                .contains("Tue")
                .contains("Mar 9, 2027")
                .contains("6:00");
        assertThat(calendar.opens(day.day()))
                .startsWith("opens Wed")
                .contains("Mar")
                .contains("12:30");
        assertThat(calendar.opensOn(day)).isEqualTo(LocalDate.of(2027, 3, 10));

        desk.state.hear(Samples.open(day.day(), true));
        assertThat(calendar.opens(day.day())).isEmpty();
        assertThat(calendar.opensOn(day)).isNull();
    }

    @Test
    void aDateIsMovedInTheRunThatIsShown() {
        live.show(SPRING);
        calendar.move(desk.day(2), LocalDate.of(2027, 3, 9));
        assertThat(desk.portal.asked).contains("scheduleDay 2 in c2");
    }
}
