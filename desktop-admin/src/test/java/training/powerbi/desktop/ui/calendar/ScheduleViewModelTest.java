package training.powerbi.desktop.ui.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.desktop.testing.Desk;
import training.powerbi.model.error.PortalException;

class ScheduleViewModelTest {
    private final Desk desk = Desk.atOnce().read();
    private final AtomicInteger changes = new AtomicInteger();
    private final ScheduleViewModel schedule =
            new ScheduleViewModel(desk.portal, desk.tasks, desk.screen, ZoneOffset.UTC, changes::incrementAndGet);

    @Test
    void thePlanIsShownBeforeAnythingChanges() {
        schedule.startProperty().set(LocalDate.of(2026, 12, 1));
        schedule.preview();
        assertThat(schedule.plan()).hasSize(12);
        assertThat(changes).hasValue(0);

        schedule.apply();
        assertThat(changes).hasValue(1);
        assertThat(schedule.openProperty().get()).isFalse();
        assertThat(desk.lastNotice()).isEqualTo("12 days have their dates.");
    }

    @Test
    void aPlanForOtherInputIsForgotten() {
        schedule.startProperty().set(LocalDate.of(2026, 12, 1));
        schedule.preview();
        schedule.weekdaysOnlyProperty().set(false);
        assertThat(schedule.plan()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "25:00", "nine", "9"})
    void aTimeThatIsNoneIsExplainedAtThePlace(String typed) {
        schedule.startProperty().set(LocalDate.of(2026, 12, 1));
        schedule.timeProperty().set(typed);
        schedule.preview();
        assertThat(schedule.problem().get()).isEqualTo("Enter a time such as 09:00.");
        assertThat(desk.portal.asked).isEmpty();
    }

    @Test
    void aDateMustBeChosen() {
        schedule.preview();
        assertThat(schedule.problem().get()).isEqualTo("Choose the first day of the course.");
    }

    @Test
    void whatThePortalRefusesIsSaidAtThePlace() {
        schedule.startProperty().set(LocalDate.of(2026, 12, 1));
        schedule.timeProperty().set("9:30");
        desk.portal.refuse(PortalException.badInput("startDate", "Choose a date within the next ten years."));
        schedule.preview();
        assertThat(schedule.problem().get()).isEqualTo("Choose a date within the next ten years.");
        assertThat(schedule.busy().get()).isFalse();
    }
}
