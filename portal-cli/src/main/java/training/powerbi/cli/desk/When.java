package training.powerbi.cli.desk;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/// Times as people read and write them, on this computer's clock.
public final class When {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final Pattern SPAN = Pattern.compile("(\\d{1,4})([hdw])");

    private When() {}

    public static String date(Instant at) {
        return MINUTE.format(at.atZone(ZoneId.systemDefault()));
    }

    public static String moment(Instant at) {
        return SECOND.format(at.atZone(ZoneId.systemDefault()));
    }

    /// A span such as `3d` or `12h` back from now, a date, or a date and time with offset.
    ///
    /// @throws UsageException when it is none of these
    public static Instant past(String option, String typed, Clock clock) {
        var span = SPAN.matcher(typed);
        return span.matches() ? clock.instant().minus(span(span.group(1), span.group(2))) : fixed(option, typed);
    }

    /// The same, forth from now.
    public static Instant future(String option, String typed, Clock clock) {
        var span = SPAN.matcher(typed);
        return span.matches() ? clock.instant().plus(span(span.group(1), span.group(2))) : fixed(option, typed);
    }

    /// A day of the calendar.
    public static LocalDate day(String option, String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException e) {
            throw new UsageException(option + " takes a date such as 2026-03-02; not " + typed);
        }
    }

    /// A time of the day.
    public static LocalTime time(String option, String typed) {
        try {
            return LocalTime.parse(typed);
        } catch (DateTimeException e) {
            throw new UsageException(option + " takes a time such as 18:30; not " + typed);
        }
    }

    private static Duration span(String number, String unit) {
        long count = Long.parseLong(number);
        return switch (unit) {
            case "h" -> Duration.ofHours(count);
            case "d" -> Duration.ofDays(count);
            default -> Duration.ofDays(7 * count);
        };
    }

    private static Instant fixed(String option, String typed) {
        try {
            return typed.length() == "2026-03-02".length()
                    ? LocalDate.parse(typed)
                            .atStartOfDay(ZoneId.systemDefault())
                            .toInstant()
                    : DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(typed, Instant::from);
        } catch (DateTimeException e) {
            throw new UsageException(
                    option + " takes a date such as 2026-03-02, a time such as 2026-03-02T18:30:00Z, or"
                            + " a span such as 12h, 3d or 2w; not " + typed);
        }
    }
}
