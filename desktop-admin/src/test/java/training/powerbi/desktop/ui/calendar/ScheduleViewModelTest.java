package training.powerbi.desktop.ui.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.desktop.testing.Desk;
import training.powerbi.desktop.testing.Samples;
import training.powerbi.model.error.PortalException;

class ScheduleViewModelTest {
    private final Desk desk = Desk.atOnce().read();
    private final AtomicInteger changes = new AtomicInteger();
    private final ScheduleViewModel schedule = new ScheduleViewModel(desk.course, changes::incrementAndGet);

    @Test
    void thePlanIsShownBeforeAnythingChanges() {
        schedule.draft().start().set(LocalDate.of(2026, 12, 1));
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
        schedule.draft().start().set(LocalDate.of(2026, 12, 1));
        schedule.preview();
        schedule.draft().weekdays().add(DayOfWeek.SUNDAY);
        assertThat(schedule.plan()).isEmpty();
    }

    @Test
    void theClockOfPlannedDaysIsPartOfThePlan() {
        desk.state.hear(Samples.opening(desk.day(9).day(), Samples.MORNING));
        schedule.draft().start().set(LocalDate.of(2026, 12, 1));
        schedule.preview();
        assertThat(schedule.warning().get()).contains("1 day opens by the clock now; with this plan a hand opens it.");

        schedule.openingProperty().set(Opening.AFTER_TWO_HOURS);
        assertThat(schedule.plan()).as("of another input").isEmpty();
        schedule.preview();
        assertThat(schedule.plan())
                .allSatisfy(day ->
                        assertThat(day.opensAt()).isEqualTo(day.scheduledAt().plusSeconds(7200)));
        assertThat(schedule.warning().get()).doesNotContain("clock");
    }

    @Test
    void someWeekdayMustBeLeft() {
        schedule.draft().start().set(LocalDate.of(2026, 12, 1));
        schedule.draft().weekdays().clear();
        schedule.preview();
        assertThat(schedule.problem().get()).isEqualTo("Choose at least one day of the week.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "25:00", "nine", "9"})
    void aTimeThatIsNoneIsExplainedAtThePlace(String typed) {
        schedule.draft().start().set(LocalDate.of(2026, 12, 1));
        schedule.draft().time().set(typed);
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
        schedule.draft().start().set(LocalDate.of(2026, 12, 1));
        schedule.draft().time().set("9:30");
        desk.portal.refuse(PortalException.badInput("startDate", "Choose a date within the next ten years."));
        schedule.preview();
        assertThat(schedule.problem().get()).isEqualTo("Choose a date within the next ten years.");
        assertThat(schedule.busy().get()).isFalse();
    }
}
