package training.powerbi.cli.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Rows under headings. On a terminal the last column is cut where the line ends; in a pipe nothing is cut.
public final class Table {
    private static final String GAP = "  ";

    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... headings) {
        this.headings = List.of(headings);
    }

    /// One value for each heading.
    public Table row(String... values) {
        if (values.length != headings.size()) {
            throw new IllegalArgumentException("There are " + headings.size() + " columns");
        }
        rows.add(Arrays.stream(values).map(Width::plain).toList());
        return this;
    }

    /// The lines, headings first.
    ///
    /// @param columns of the terminal, or 0 when there is none
    public List<String> lines(int columns) {
        var widths = IntStream.range(0, headings.size())
                .map(column -> IntStream.concat(
                                IntStream.of(Width.of(headings.get(column))),
                                rows.stream().mapToInt(row -> Width.of(row.get(column))))
                        .max()
                        .orElse(0))
                .toArray();
        var lines = new ArrayList<String>();
        lines.add(line(headings, widths, columns));
        rows.forEach(row -> lines.add(line(row, widths, columns)));
        return lines;
    }

    private static String line(List<String> values, int[] widths, int columns) {
        var line = new StringBuilder();
        for (int column = 0; column < widths.length - 1; column++) {
            line.append(Width.padded(values.get(column), widths[column])).append(GAP);
        }
        line.append(values.getLast());
        var whole = line.toString().stripTrailing();
        return columns == 0 ? whole : Width.cut(whole, columns);
    }

    public void print(Terminal terminal) {
        var shape = terminal.shape();
        var lines = lines(shape.outShown() ? shape.columns() : 0);
        terminal.say(shape.colours() ? "\u001b[1m" + lines.getFirst() + "\u001b[0m" : lines.getFirst());
        lines.stream().skip(1).forEach(terminal::say);
    }
}
