package training.powerbi.lakehouse.rowfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.rowfile.column.BadRowException;
import training.powerbi.lakehouse.rowfile.column.Column;

/// Makes rows of column values; those that break a rule are set aside.
final class RowBuilder<R extends Record> {
    private final RowMapping<R> mapping;
    private final Set<String> absentColumns;
    private final List<R> rows = new ArrayList<>();
    private final List<RowFileReader.BadRow<R>> bad = new ArrayList<>();

    RowBuilder(RowMapping<R> mapping, Set<String> absentColumns) {
        this.mapping = mapping;
        this.absentColumns = absentColumns;
    }

    RowFileReader.Loaded<R> loaded() {
        return new RowFileReader.Loaded<>(List.copyOf(rows), bad);
    }

    /// Adds the rows but those deleted.
    ///
    /// @param stored values by column and row, as they are in the file
    void add(@Nullable Object[][] stored, IntPredicate deleted) {
        var columns = mapping.columns();
        var values = new @Nullable Object[stored.length];
        for (var row = 0; row < stored[0].length; row++) {
            if (deleted.test(row)) {
                continue;
            }
            try {
                for (var at = 0; at < values.length; at++) {
                    values[at] = value(columns.get(at), stored[at][row]);
                }
                rows.add(mapping.create(values));
            } catch (BadRowException e) {
                bad.add(new RowFileReader.BadRow<>(outline(stored, row), String.valueOf(e.getMessage())));
            } catch (IllegalArgumentException | NullPointerException e) {
                // The record's own constructor refused the row.
                bad.add(new RowFileReader.BadRow<>(null, "a value that is not allowed"));
            }
        }
    }

    private @Nullable R outline(@Nullable Object[][] stored, int row) {
        var values = new @Nullable Object[stored.length];
        for (var at = 0; at < values.length; at++) {
            var column = mapping.columns().get(at);
            try {
                values[at] = value(column, stored[at][row]);
            } catch (BadRowException e) {
                values[at] = column.absent();
            }
        }
        try {
            return mapping.create(values);
        } catch (IllegalArgumentException | NullPointerException e) {
            return null;
        }
    }

    private @Nullable Object value(Column column, @Nullable Object stored) throws BadRowException {
        return stored == null && absentColumns.contains(column.name()) ? column.absent() : column.accept(stored);
    }
}
