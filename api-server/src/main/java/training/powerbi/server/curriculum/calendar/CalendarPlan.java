package training.powerbi.server.curriculum.calendar;

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
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.error.PortalException;

/// Sessions at the same time of the day, one a date. The clock on the wall counts: where summer time begins or ends
/// between two sessions, their hour stays. A time that a clock change leaves out is as much later as the clock
/// jumps; one that comes twice is the first.
record CalendarPlan(LocalDate start, LocalTime time, Set<DayOfWeek> weekdays, Set<LocalDate> skip, ZoneId zone) {
    private static final int MOST_YEARS = 10;
    private static final int MOST_SKIPPED = 1_000;
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    CalendarPlan {
        weekdays = Set.copyOf(weekdays);
        skip = Set.copyOf(skip);
    }

    /// @throws PortalException BAD_USER_INPUT naming the field
    static CalendarPlan of(
            String startDate, String time, Set<DayOfWeek> weekdays, @Nullable List<String> skip, ZoneId zone) {
        if (weekdays.isEmpty()) {
            throw PortalException.badInput("weekdays", "Choose at least one weekday for the sessions.");
        }
        return new CalendarPlan(
                parsed(
                        "startDate",
                        () -> LocalDate.parse(startDate),
                        "The startDate must be a date of the calendar, such as 2026-03-02."),
                parsed(
                        "time",
                        () -> LocalTime.parse(time, CLOCK),
                        "The time must be one of the day in hours and minutes, such as 18:30."),
                weekdays,
                skipped(skip == null ? List.of() : skip),
                zone);
    }

    /// The weekdays a caller means.
    ///
    /// @param chosen null for all, or Monday to Friday
    static Set<DayOfWeek> weekdays(@Nullable List<DayOfWeek> chosen, boolean weekdaysOnly) {
        if (chosen != null) {
            return chosen.isEmpty() ? Set.of() : EnumSet.copyOf(chosen);
        }
        return weekdaysOnly ? EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY) : EnumSet.allOf(DayOfWeek.class);
    }

    private static Set<LocalDate> skipped(List<String> dates) {
        if (dates.size() > MOST_SKIPPED) {
            throw PortalException.badInput("skip", "At most " + MOST_SKIPPED + " dates can be left out.");
        }
        var skipped = new HashSet<LocalDate>();
        for (var date : dates) {
            skipped.add(parsed(
                    "skip",
                    () -> LocalDate.parse(date),
                    "The dates to skip must be dates of the calendar, such as 2026-12-25."));
        }
        return skipped;
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
                .filter(date -> weekdays.contains(date.getDayOfWeek()) && !skip.contains(date))
                .limit(count)
                .map(date ->
                        near("startDate", ZonedDateTime.of(date, time, zone).toInstant(), now))
                .toList();
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
