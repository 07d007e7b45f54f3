package training.powerbi.server.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.SqlEndpoint;

/// What a report says.
///
/// @param truncated whether there are more rows than these
/// @param asOf when the endpoint answered
record ReportTable(List<String> columns, List<List<@Nullable String>> rows, boolean truncated, Instant asOf) {

    static ReportTable of(SqlEndpoint.Answer answer, Instant asOf) {
        return new ReportTable(answer.columns(), answer.rows(), answer.truncated(), asOf);
    }
}
