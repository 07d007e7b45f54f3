package training.powerbi.server.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.SqlAnswer;

/// What a report says.
///
/// @param truncated whether there are more rows than these
/// @param asOf when the endpoint answered
record ReportTable(List<String> columns, List<List<@Nullable String>> rows, boolean truncated, Instant asOf) {

    static ReportTable of(SqlAnswer answer, Instant asOf) {
        return new ReportTable(answer.columns(), answer.rows(), answer.truncated(), asOf);
    }
}
