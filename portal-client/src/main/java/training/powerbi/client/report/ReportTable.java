package training.powerbi.client.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a report says.
///
/// @param rows values as text, in the columns' order
/// @param truncated whether the portal left out what comes behind these rows
/// @param asOf when the lakehouse answered; null when the portal does not say
public record ReportTable(
        List<String> columns,
        List<List<@Nullable String>> rows,
        boolean truncated,
        @Nullable Instant asOf) {}
