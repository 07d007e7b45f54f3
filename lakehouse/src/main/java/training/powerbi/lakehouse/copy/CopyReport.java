package training.powerbi.lakehouse.copy;

import java.util.Map;

/// What was copied and found equal afterwards.
///
/// @param rows row count by table
/// @param files of the tables, their logs included
/// @param blobs files beside the tables
/// @param bytes of both
public record CopyReport(Map<String, Long> rows, int files, int blobs, long bytes) {}
