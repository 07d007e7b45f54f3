package training.powerbi.lakehouse;

import java.time.Duration;

/// How a store is looked after.
///
/// @param pollInterval how often the log is looked at for commits of other programs
/// @param logRetention how long commit files are kept behind a checkpoint
/// @param fileRetention how long data files are kept that no version in use names; at least a day
public record StoreOptions(Duration pollInterval, Duration logRetention, Duration fileRetention) {
    private static final Duration LEAST_FILE_RETENTION = Duration.ofHours(24);

    /// What a server uses unless it is told otherwise.
    public static final StoreOptions USUAL =
            new StoreOptions(Duration.ofSeconds(1), Duration.ofDays(7), Duration.ofDays(7));

    /// @throws IllegalArgumentException naming the portal's setting that says otherwise
    public StoreOptions {
        if (pollInterval.toMillis() < 1) {
            throw new IllegalArgumentException("portal.store.poll-interval must be at least 1ms");
        }
        if (fileRetention.compareTo(LEAST_FILE_RETENTION) < 0) {
            throw new IllegalArgumentException("portal.store.file-retention must be at least 24h: readers and"
                    + " writers of other programs may still need the files");
        }
    }
}
