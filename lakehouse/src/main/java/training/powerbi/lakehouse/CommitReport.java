package training.powerbi.lakehouse;

import java.time.Duration;

/// One commit of ours, for metrics.
///
/// @param rows rows written or deleted by decisions
/// @param attempts 1 unless other writers won before
public record CommitReport(String table, long version, int rows, int attempts, Duration duration) {}
