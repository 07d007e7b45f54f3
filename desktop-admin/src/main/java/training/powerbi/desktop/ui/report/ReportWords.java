package training.powerbi.desktop.ui.report;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.report.ReportTable;
import training.powerbi.desktop.ui.kit.Texts;

/// What a report's columns are called, and which of them are numbers.
final class ReportWords {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,9})?");

    private final Texts texts;

    ReportWords(Texts texts) {
        this.texts = texts;
    }

    /// Words for a column the program knows; else its own name, readable.
    String title(String column) {
        var key = "report.column." + column;
        return texts.has(key) ? texts.get(key) : column.replace('_', ' ');
    }

    static String value(List<@Nullable String> row, int column) {
        var value = column < row.size() ? row.get(column) : null;
        return value == null ? "" : value;
    }

    /// Whether all that stands in the column are numbers, of which there is at least one.
    static boolean isNumeric(ReportTable table, int column) {
        var values = table.rows().stream()
                .map(row -> value(row, column))
                .filter(value -> !value.isEmpty())
                .toList();
        return !values.isEmpty()
                && values.stream().allMatch(value -> NUMBER.matcher(value).matches());
    }

    /// By size where they are numbers, what is missing first.
    static Comparator<String> order(boolean numeric) {
        return numeric
                ? Comparator.comparingDouble(
                        value -> value.isEmpty() ? Double.NEGATIVE_INFINITY : Double.parseDouble(value))
                : Comparator.<String, String>comparing(value -> value, String.CASE_INSENSITIVE_ORDER);
    }
}
