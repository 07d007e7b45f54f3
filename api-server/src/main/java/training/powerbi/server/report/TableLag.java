package training.powerbi.server.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.SqlAnswer;
import training.powerbi.lakehouse.StoreStatus;

/// Puts the portal's own rows beside the endpoint's: how far the endpoint is behind.
final class TableLag {
    private static final int TABLE = 0;
    private static final int ROWS = 1;

    private TableLag() {}

    static SqlAnswer beside(SqlAnswer endpoint, StoreStatus portal) {
        var columns = new ArrayList<>(endpoint.columns());
        columns.add("rows_in_portal");
        columns.add("rows_not_at_endpoint");
        var rows = endpoint.rows().stream().map(row -> beside(row, portal)).toList();
        return new SqlAnswer(List.copyOf(columns), rows, endpoint.truncated());
    }

    private static List<@Nullable String> beside(List<@Nullable String> row, StoreStatus portal) {
        List<@Nullable String> whole = new ArrayList<>(row);
        var table = row.get(TABLE);
        var here = table == null ? null : portal.rows().get(table);
        var there = row.get(ROWS);
        whole.add(here == null ? null : here.toString());
        whole.add(here == null || there == null ? null : Long.toString(here - Long.parseLong(there)));
        return whole;
    }
}
