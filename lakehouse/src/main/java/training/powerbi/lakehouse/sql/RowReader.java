package training.powerbi.lakehouse.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.SqlEndpoint;

/// Rows of a result as text, up to a number of them.
final class RowReader {
    private RowReader() {}

    static SqlEndpoint.Answer read(ResultSet result, int most) throws SQLException {
        var columns = new ArrayList<String>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
            columns.add(result.getMetaData().getColumnLabel(column));
        }
        List<List<@Nullable String>> rows = new ArrayList<>();
        while (result.next()) {
            if (rows.size() == most) {
                return new SqlEndpoint.Answer(List.copyOf(columns), Collections.unmodifiableList(rows), true);
            }
            rows.add(row(result, columns.size()));
        }
        return new SqlEndpoint.Answer(List.copyOf(columns), Collections.unmodifiableList(rows), false);
    }

    private static List<@Nullable String> row(ResultSet result, int columns) throws SQLException {
        List<@Nullable String> values = new ArrayList<>(columns);
        for (int column = 1; column <= columns; column++) {
            values.add(result.getString(column));
        }
        return Collections.unmodifiableList(values);
    }
}
