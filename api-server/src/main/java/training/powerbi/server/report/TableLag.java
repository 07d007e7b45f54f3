package training.powerbi.server.report;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.Lakehouse;
import training.powerbi.lakehouse.SqlEndpoint;

/// Puts the portal's own rows beside the endpoint's: how far the endpoint is behind. In seconds that is the age of the
/// first change here that is newer than all there; nobody can tell where rows are missing whose times are no newer.
final class TableLag {
    private static final int TABLE = 0;
    private static final int ROWS = 1;
    private static final int NEWEST = 2;
    /// The endpoint's times are told in whole seconds.
    private static final Duration TOLD_IN = Duration.ofSeconds(1);

    private final Lakehouse portal;
    private final Instant now;

    TableLag(Lakehouse portal, Instant now) {
        this.portal = portal;
        this.now = now;
    }

    SqlEndpoint.Answer beside(SqlEndpoint.Answer endpoint) {
        var columns = new ArrayList<>(endpoint.columns());
        columns.addAll(List.of("rows_in_portal", "rows_not_at_endpoint", "lag_seconds"));
        var counts = portal.status().rows();
        var rows = endpoint.rows().stream()
                .map(row -> beside(row, row.get(TABLE) == null ? null : counts.get(row.get(TABLE))))
                .toList();
        return new SqlEndpoint.Answer(List.copyOf(columns), rows, endpoint.truncated());
    }

    private List<@Nullable String> beside(List<@Nullable String> row, @Nullable Integer here) {
        List<@Nullable String> whole = new ArrayList<>(row);
        var there = row.get(ROWS);
        var missing = here == null || there == null ? null : here - Long.parseLong(there);
        whole.add(here == null ? null : here.toString());
        whole.add(missing == null ? null : missing.toString());
        whole.add(missing == null ? null : lag(row, missing));
        return whole;
    }

    private @Nullable String lag(List<@Nullable String> row, long missing) {
        var table = row.get(TABLE);
        var newest = newest(row.get(NEWEST));
        if (table == null || newest == null) {
            return null;
        }
        return portal.firstChangeAfter(table, newest)
                .map(first ->
                        Long.toString(Math.max(0, Duration.between(first, now).toSeconds())))
                .orElse(missing == 0 ? "0" : null);
    }

    /// The end of the second that is told; long ago where there is no row at all.
    private static @Nullable Instant newest(@Nullable String told) {
        try {
            return told == null
                    ? Instant.EPOCH
                    : Instant.parse(told).plus(TOLD_IN).minusNanos(1);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
