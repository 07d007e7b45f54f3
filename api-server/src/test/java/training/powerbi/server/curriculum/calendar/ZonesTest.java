package training.powerbi.server.curriculum.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import training.powerbi.model.Role;
import training.powerbi.server.access.Cohorts;
import training.powerbi.server.access.DayState;
import training.powerbi.server.account.MovableClock;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.curriculum.CourseUnderTest;

/// Plans in zones whose clocks change by an hour or by half of one, in March or in April, or not at all: checked
/// against
/// the calendar on the wall, for dates near each change.
class ZonesTest {
    private static final Viewer ADMIN = new Viewer("admin-1", Role.ADMIN, "session-1");
    private static final int PLANS = 60;

    private final Random random = new Random(29_02_2028);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Berlin",
                "America/New_York",
                "America/Santiago",
                "Australia/Lord_Howe",
                "Asia/Kolkata",
                "Africa/Casablanca"
            })
    void eachSessionIsOnItsDateAtItsTimeOnTheWallAndItsDayOpensSoMuchLater(String name) {
        var zone = ZoneId.of(name);
        for (int i = 0; i < PLANS; i++) {
            var change =
                    nextChange(zone, Instant.parse("2027-01-01T00:00:00Z").plus(Duration.ofDays(random.nextInt(900))));
            var start = change.minusDays(random.nextInt(4));
            var weekdays = weekdays();
            var skip = start.plusDays(random.nextInt(6));
            // Around the hours at which clocks change, to the minute.
            var time = LocalTime.of(random.nextInt(5), random.nextInt(60));
            int minutes = random.nextInt(600);
            var now = start.minusDays(20).atStartOfDay(ZoneOffset.UTC).toInstant();

            var clock = MovableClock.stoppedAt(now);
            var course = new CourseUnderTest(clock, zone).planned(now);
            var schedule = new DaySchedule(course.keeper, course.view, course.actions.changes(), course.cohorts, clock);
            schedule.scheduleAll(
                    ADMIN,
                    ADMIN.attempt(null),
                    new ScheduleDaysInput(
                            start.toString(),
                            time.toString(),
                            true,
                            false,
                            null,
                            null,
                            List.copyOf(weekdays),
                            List.of(skip.toString()),
                            minutes));

            var expected = dates(start, weekdays, skip);
            for (var day : course.keeper.days(Cohorts.MAIN)) {
                check(zone, day, expected.get(day.dayNumber() - 1), time, minutes);
            }
        }
    }

    private static void check(ZoneId zone, DayState day, LocalDate date, LocalTime time, int minutes) {
        var session = java.util.Objects.requireNonNull(day.scheduledAt());
        var wall = session.atZone(zone).toLocalDateTime();
        var offsets = zone.getRules().getValidOffsets(date.atTime(time));
        if (offsets.isEmpty()) {
            var gap = zone.getRules().getTransition(date.atTime(time));
            assertThat(wall)
                    .as("%s left out in %s", date.atTime(time), zone)
                    .isEqualTo(date.atTime(time).plus(gap.getDuration()));
        } else {
            assertThat(wall).as("%s", zone).isEqualTo(date.atTime(time));
            assertThat(session).isEqualTo(date.atTime(time).toInstant(offsets.getFirst()));
        }
        var opens = java.util.Objects.requireNonNull(day.opensAt());
        assertThat(Duration.between(session, opens)).isEqualTo(Duration.ofMinutes(minutes));
        assertThat(day.isOpenAt(opens)).isTrue();
        assertThat(day.isOpenAt(opens.minusNanos(1))).isFalse();
    }

    /// Counted on the fingers, as it were.
    private static List<LocalDate> dates(LocalDate start, EnumSet<DayOfWeek> weekdays, LocalDate skip) {
        var dates = new ArrayList<LocalDate>();
        for (var date = start; dates.size() < 12; date = date.plusDays(1)) {
            if (weekdays.contains(date.getDayOfWeek()) && !date.equals(skip)) {
                dates.add(date);
            }
        }
        return dates;
    }

    private EnumSet<DayOfWeek> weekdays() {
        var days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)));
        IntStream.range(0, 4).forEach(_ -> days.add(DayOfWeek.of(1 + random.nextInt(7))));
        return days;
    }

    /// The date of the next change of the clock; any date where there is none.
    private static LocalDate nextChange(ZoneId zone, Instant from) {
        var change = zone.getRules().nextTransition(from);
        return (change == null ? from : change.getInstant()).atZone(zone).toLocalDate();
    }
}
