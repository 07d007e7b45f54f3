package training.powerbi.lakehouse.files.onelake.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// Times as HTTP writes them, such as `Mon, 30 Nov 2026 21:00:00 GMT`. A listing has hundreds, and a process that has
/// just started takes a millisecond for each with a formatter.
final class HttpTime {
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final int LENGTH = 29;

    private HttpTime() {}

    /// The epoch for a text that is no time.
    static Instant parse(String text) {
        try {
            return isUsual(text)
                    ? usual(text)
                    : ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (DateTimeException | NumberFormatException e) {
            return Instant.EPOCH;
        }
    }

    private static boolean isUsual(String text) {
        return text.length() == LENGTH
                && text.startsWith(", ", 3)
                && text.charAt(19) == ':'
                && text.charAt(22) == ':'
                && text.endsWith(" GMT");
    }

    private static Instant usual(String text) {
        var month = MONTHS.indexOf(text.substring(8, 11)) + 1;
        return LocalDateTime.of(
                        number(text, 12, 16),
                        month,
                        number(text, 5, 7),
                        number(text, 17, 19),
                        number(text, 20, 22),
                        number(text, 23, 25))
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int end) {
        return Integer.parseInt(text, from, end, 10);
    }
}
