package training.powerbi.server.csv;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Rows as RFC 4180 has them. Titles are typed by people, and spreadsheets run what looks like a formula: an
/// apostrophe stands before it.
public final class Csv {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern FORMULA =
            Pattern.compile("[\\s\\u00a0\\ufeff]*[=+\\-@\\uff1d\\uff0b\\uff0d\\uff20|%].*", Pattern.DOTALL);
    private static final Pattern CONTROL_FIRST = Pattern.compile("[\\t\\r\\n].*", Pattern.DOTALL);
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",;\\r\\n\\t ]");

    private Csv() {}

    public static String of(List<String> columns, List<List<@Nullable String>> rows) {
        return Stream.concat(Stream.of(line(columns)), rows.stream().map(Csv::line))
                .collect(Collectors.joining());
    }

    private static String line(List<? extends @Nullable String> values) {
        return values.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(@Nullable String value) {
        if (value == null) {
            return "";
        }
        var text = isDangerous(value) ? "'" + value : value;
        return text.isEmpty() || NEEDS_QUOTES.matcher(text).find() ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }

    private static boolean isDangerous(String value) {
        return !NUMBER.matcher(value).matches()
                && (FORMULA.matcher(value).matches()
                        || CONTROL_FIRST.matcher(value).matches());
    }
}
