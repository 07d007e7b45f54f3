package training.powerbi.lakehouse.backup;

import java.time.Instant;
import java.util.Map;

/// What a backup came to.
///
/// @param id its name among those in the folder
/// @param at when the cut was made
/// @param tables the version of each table
/// @param files how many files it consists of, those that an earlier one has included
/// @param newFiles how many of them were written this time
public record BackupReport(
        String id, Instant at, Map<String, Long> tables, int files, long bytes, int newFiles, long newBytes) {

    public BackupReport {
        tables = Map.copyOf(tables);
    }
}
