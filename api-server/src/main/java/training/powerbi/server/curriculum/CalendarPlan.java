package training.powerbi.server.curriculum;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import training.powerbi.model.error.PortalException;

/// Sessions at the same time of the day, one a date. The clock on the wall counts: where summer time begins or ends
/// between two sessions, their hour stays. A time that a clock change leaves out is as much later as the clock
/// jumps; one that comes twice is the first.
record CalendarPlan(LocalDate start, LocalTime time, boolean weekdaysOnly, ZoneId zone) {
    private static final int MOST_YEARS = 10;
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /// @throws PortalException BAD_USER_INPUT naming the field
    static CalendarPlan of(String startDate, String time, boolean weekdaysOnly, ZoneId zone) {
        return new CalendarPlan(
                parsed(
                        "startDate",
                        () -> LocalDate.parse(startDate),
                        "The startDate must be a date of the calendar, such as 2026-03-02."),
                parsed(
                        "time",
                        () -> LocalTime.parse(time, CLOCK),
                        "The time must be one of the day in hours and minutes, such as 18:30."),
                weekdaysOnly,
                zone);
    }

    private static <T> T parsed(String field, Supplier<T> reading, String sentence) {
        try {
            return reading.get();
        } catch (DateTimeParseException nonsense) {
            throw PortalException.badInput(field, sentence);
        }
    }

    /// When the sessions take place.
    ///
    /// @throws PortalException BAD_USER_INPUT when that is too far away
    List<Instant> sessions(int count, Instant now) {
        // Far enough from the calendar's ends to count days there.
        near("startDate", start.atTime(time).toInstant(ZoneOffset.UTC), now);
        return Stream.iterate(start, date -> date.plusDays(1))
                .filter(date -> !weekdaysOnly || isWeekday(date))
                .limit(count)
                .map(date ->
                        near("startDate", ZonedDateTime.of(date, time, zone).toInstant(), now))
                .toList();
    }

    private static boolean isWeekday(LocalDate date) {
        return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /// The time of a session, if it is one that somebody may have meant.
    ///
    /// @throws PortalException BAD_USER_INPUT naming the field
    static Instant near(String field, Instant session, Instant now) {
        var today = now.atOffset(ZoneOffset.UTC);
        if (session.isBefore(today.minusYears(MOST_YEARS).toInstant())
                || session.isAfter(today.plusYears(MOST_YEARS).toInstant())) {
            throw PortalException.badInput(
                    field, "The " + field + " is more than " + MOST_YEARS + " years away; check the year.");
        }
        return session;
    }
}
