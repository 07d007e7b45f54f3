package training.powerbi.server.curriculum.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

class CalendarPlanTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");

    private static List<ZonedDateTime> sessions(String start, String time, boolean weekdaysOnly, ZoneId zone) {
        return CalendarPlan.of(start, time, CalendarPlan.weekdays(null, weekdaysOnly), null, zone)
                .sessions(12, NOW)
                .stream()
                .map(at -> at.atZone(zone))
                .toList();
    }

    @Test
    void twelveSessionsOfWeekdaysLeaveWeekendsOut() {
        var sessions = sessions("2026-03-05", "18:30", true, KOLKATA);

        assertThat(sessions)
                .hasSize(12)
                .isSorted()
                .doesNotHaveDuplicates()
                .noneMatch(at -> at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY);
        assertThat(sessions.getFirst().toInstant()).isEqualTo(Instant.parse("2026-03-05T13:00:00Z"));
        assertThat(sessions.get(2).toLocalDate()).hasToString("2026-03-09");
        assertThat(sessions.getLast().toLocalDate()).hasToString("2026-03-20");
    }

    @Test
    void aPlanOfWeekdaysThatStartsOnASaturdayStartsOnMonday() {
        assertThat(sessions("2026-03-07", "18:30", true, KOLKATA).getFirst().toLocalDate())
                .hasToString("2026-03-09");
    }

    @Test
    void allDaysFollowEachOtherWhenWeekendsCount() {
        assertThat(sessions("2026-03-07", "18:30", false, KOLKATA).getLast().toLocalDate())
                .hasToString("2026-03-18");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-23", "2026-10-19"})
    void theClockOnTheWallStaysWhenSummerTimeBeginsOrEnds(String start) {
        var sessions = sessions(start, "18:30", true, BERLIN);

        assertThat(sessions).extracting(ZonedDateTime::toLocalTime).containsOnly(LocalTime.of(18, 30));
        assertThat(sessions)
                .extracting(ZonedDateTime::getOffset)
                .contains(sessions.getLast().getOffset());
        assertThat(sessions.getFirst().getOffset())
                .isNotEqualTo(sessions.getLast().getOffset());
    }

    @Test
    void aTimeThatTheClockLeavesOutIsAsMuchLaterAndOneThatComesTwiceIsTheFirst() {
        assertThat(sessions("2026-03-28", "02:30", false, BERLIN).get(1))
                .hasToString("2026-03-29T03:30+02:00[Europe/Berlin]");
        assertThat(sessions("2026-10-24", "02:30", false, BERLIN).get(1))
                .hasToString("2026-10-25T02:30+02:00[Europe/Berlin]");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-29, 18:30, startDate",
        "2026-13-01, 18:30, startDate",
        "2026-3-1, 18:30, startDate",
        "02.03.2026, 18:30, startDate",
        "2026-03-02T10:00:00Z, 18:30, startDate",
        "'', 18:30, startDate",
        "tomorrow, 18:30, startDate",
        "2026-03-02, 25:00, time",
        "2026-03-02, 24:00, time",
        "2026-03-02, 18:60, time",
        "2026-03-02, 8:30, time",
        "2026-03-02, 18:30:00, time",
        "2026-03-02, 6pm, time",
        "2026-03-02, '', time"
    })
    void nonsenseIsRefusedByTheNameOfItsField(String start, String time, String field) {
        assertThatExceptionOfType(PortalException.class)
                .isThrownBy(() -> CalendarPlan.of(start, time, CalendarPlan.weekdays(null, true), null, KOLKATA))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(ErrorCode.BAD_USER_INPUT))
                .satisfies(failure -> assertThat(failure.field()).contains(field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2036-03-02",
                "2036-02-25",
                "2016-02-28",
                "9999-12-31",
                "-0044-03-15",
                "+999999999-12-31",
                "-999999999-01-01"
            })
    void datesMoreThanTenYearsAwayAreRefused(String start) {
        var plan = CalendarPlan.of(start, "18:30", CalendarPlan.weekdays(null, true), null, KOLKATA);

        assertThatExceptionOfType(PortalException.class)
                .isThrownBy(() -> plan.sessions(12, NOW))
                .satisfies(failure -> assertThat(failure.field()).contains("startDate"));
    }

    @Test
    void chosenWeekdaysAreTakenAndHolidaysLeftOut() {
        var plan = CalendarPlan.of(
                "2026-03-02",
                "18:30",
                CalendarPlan.weekdays(List.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY), false),
                List.of("2026-03-05", "2026-03-17"),
                BERLIN);

        assertThat(plan.sessions(4, NOW))
                .extracting(at -> at.atZone(BERLIN).toLocalDate().toString())
                .containsExactly("2026-03-03", "2026-03-10", "2026-03-12", "2026-03-19");
    }

    @Test
    void theLeapDayIsADateInLeapYearsOnly() {
        assertThat(sessions("2028-02-29", "09:00", false, BERLIN).getFirst().toLocalDate())
                .hasToString("2028-02-29");
        assertThatExceptionOfType(PortalException.class)
                .isThrownBy(() -> sessions("2027-02-29", "09:00", false, BERLIN))
                .satisfies(failure -> assertThat(failure.field()).contains("startDate"));
    }

    @Test
    void aPlanNeedsAWeekday() {
        assertThatExceptionOfType(PortalException.class)
                .isThrownBy(() ->
                        CalendarPlan.of("2026-03-02", "18:30", CalendarPlan.weekdays(List.of(), true), null, BERLIN))
                .satisfies(failure -> assertThat(failure.field()).contains("weekdays"));
    }
}
