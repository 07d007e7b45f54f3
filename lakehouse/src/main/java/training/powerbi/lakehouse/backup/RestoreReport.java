package training.powerbi.lakehouse.backup;

import java.time.Instant;
import java.util.Map;

/// What a restore came to.
///
/// @param backup the backup's id
/// @param at when the backup was made
/// @param tables the version of each table
public record RestoreReport(String backup, Instant at, Map<String, Long> tables, int files, long bytes) {

    public RestoreReport {
        tables = Map.copyOf(tables);
    }
}
