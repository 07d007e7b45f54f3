package training.powerbi.desktop.ui.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import training.powerbi.client.Course;
import training.powerbi.client.PlannedDay;
import training.powerbi.desktop.testing.Desk;

/// It is noon of 24 November 2026.
class DateWarningsTest {
    private final Desk desk = Desk.atOnce().read();
    private final DateWarnings warnings = new DateWarnings(desk.screen, () -> ZoneOffset.UTC);

    private static PlannedDay on(int number, String at) {
        return new PlannedDay(number, "Day", Instant.parse(at), null, 1, null);
    }

    @Test
    void aPlanAheadInOrderIsNotWarnedOf() {
        assertThat(warnings.of(List.of(on(1, "2026-12-01T09:00:00Z"), on(2, "2026-12-02T09:00:00Z"))))
                .isEmpty();
    }

    @Test
    void datesGoneByClashesAndDaysOutOfOrderAreNamed() {
        var plan = List.of(
                on(1, "2026-11-23T09:00:00Z"),
                on(2, "2026-12-03T09:00:00Z"),
                on(3, "2026-12-03T14:00:00Z"),
                on(4, "2026-12-02T09:00:00Z"));

        assertThat(warnings.of(plan))
                .containsExactly(
                        "Day 1 lies in the past.",
                        "Days 2 and 3 are on the same date.",
                        "Day 4 would come before day 2.",
                        "Day 4 would come before day 3.");
    }

    private ScheduleViewModel planned() {
        var schedule = new ScheduleViewModel(desk.course, () -> {});
        schedule.draft().start().set(LocalDate.of(2026, 11, 2));
        schedule.preview();
        return schedule;
    }

    @Test
    void thePlanSaysItsWeekdaysAndWhatIsOdd() {
        var schedule = planned();

        assertThat(schedule.warning().get()).startsWith("12 days lie in the past");
        assertThat(schedule.when(Instant.parse("2026-11-24T09:00:00Z"))).startsWith("Tue, Nov 24, 2026");
    }

    @Test
    void layingOutDaysCanBeUndone() {
        var schedule = planned();
        schedule.apply();
        // The stand-in lays no dates; the portal would have.
        desk.portal.scheduleDay(1, Course.MAIN, Instant.parse("2026-11-03T09:00:00Z"), 1);
        desk.undo();

        assertThat(desk.portal.day(1).scheduledAt()).isNull();
        assertThat(desk.lastNotice()).isEqualTo("The days have the dates they had before.");
    }
}
