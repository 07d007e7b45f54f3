package training.powerbi.server.transfer;

import java.time.Duration;

/// How long files are kept that nothing names.
///
/// @param uploadLife how long an unfinished upload may be gone on with
/// @param grace how long a deleted file can be brought back
public record Retention(Duration uploadLife, Duration grace) {}
