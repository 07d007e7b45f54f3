package training.powerbi.desktop.ui.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import training.powerbi.desktop.testing.Desk;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

class CalendarViewModelTest {
    private final Desk desk = Desk.atOnce().read();
    private final CalendarViewModel calendar = new CalendarViewModel(
            desk.portal,
            desk.state,
            desk.tasks,
            desk.screen,
            desk.dialogs,
            new LockSwitch(desk.portal, desk.state, desk.tasks, desk.screen),
            ZoneId.of("Asia/Kolkata"));

    @Test
    void unlockAllShowsWhatWillChangeAndDoesItOnlyWithConsent() {
        desk.dialogs.consent = false;
        calendar.unlockAll();
        assertThat(desk.dialogs.questions).singleElement().asString().contains("5 days", "Day 8: ", "Day 12: ");
        assertThat(desk.portal.asked).isEmpty();

        desk.dialogs.consent = true;
        calendar.unlockAll();
        assertThat(desk.portal.asked)
                .containsExactly("unlockDay 8", "unlockDay 9", "unlockDay 10", "unlockDay 11", "unlockDay 12");

        calendar.unlockAll();
        assertThat(desk.lastNotice()).isEqualTo("Every day is open already.");
    }

    @Test
    void markedDaysAreSwitchedTogetherAndTheMarksGo() {
        calendar.mark(desk.day(1), true);
        calendar.mark(desk.day(2), true);
        calendar.mark(desk.day(2), false);
        calendar.mark(desk.day(3), true);
        calendar.setMarked(false);
        assertThat(desk.portal.asked).containsExactly("lockDay 1", "lockDay 3");
        assertThat(calendar.marked()).isEmpty();
    }

    @Test
    void allDaysAreMarkedAtOnceAndLockedTogether() {
        calendar.markAll();
        assertThat(calendar.marked()).hasSize(12);
        calendar.unmarkAll();
        assertThat(calendar.marked()).isEmpty();

        calendar.lockAll();
        assertThat(desk.dialogs.questions).singleElement().asString().contains("Lock 7 days", "Day 1: ", "Day 7: ");
        assertThat(desk.portal.asked).hasSize(7).allMatch(call -> call.startsWith("lockDay "));
    }

    @Test
    void aDateGoneByIsWarnedOfAsItIsSet() {
        calendar.move(desk.day(3), LocalDate.of(2026, 11, 2));
        assertThat(desk.lastNotice()).isEqualTo("Day 3 has a new date. Day 3 lies in the past.");
    }

    @Test
    void aDayWithoutADateIsMovedToNineInTheCoursesZone() {
        calendar.move(desk.day(3), LocalDate.of(2026, 12, 1));
        assertThat(desk.day(3).day().scheduledAt()).isEqualTo(Instant.parse("2026-12-01T03:30:00Z"));
        assertThat(calendar.dateOf(desk.day(3))).isEqualTo(LocalDate.of(2026, 12, 1));
    }

    @Test
    void aMovedDayKeepsItsTimeAndCanBePutBack() {
        calendar.move(desk.day(3), LocalDate.of(2026, 12, 1));
        calendar.move(desk.day(3), LocalDate.of(2026, 12, 8));
        assertThat(desk.day(3).day().scheduledAt()).isEqualTo(Instant.parse("2026-12-08T03:30:00Z"));

        desk.undo();
        assertThat(calendar.dateOf(desk.day(3))).isEqualTo(LocalDate.of(2026, 12, 1));
    }

    @Test
    void aColleaguesChangeIsNotOverwrittenByAMove() {
        desk.portal.refuse(new PortalException(ErrorCode.CONFLICTING_UPDATE, "changed"));
        calendar.move(desk.day(3), LocalDate.of(2026, 12, 1));
        assertThat(calendar.dateOf(desk.day(3))).isNull();
        assertThat(desk.lastNotice()).startsWith("Somebody else changed this meanwhile.");
    }

    @Test
    void theChosenDayIsToldToWhoeverLooksAtIt() {
        calendar.choose(desk.day(5));
        assertThat(calendar.chosen().get()).isSameAs(desk.day(5));
    }
}
