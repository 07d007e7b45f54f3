package training.powerbi.server.lakehouse.kernel;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings of the store.
///
/// @param directory the data folder; the tables are in `Tables` below it
/// @param pollInterval how often the log is looked at for commits of other programs
/// @param logRetention how long commit files are kept behind a checkpoint
/// @param fileRetention how long data files are kept that no version in use names; at least a day
@ConfigurationProperties("portal.store")
record StoreProperties(
        @DefaultValue("portal-data") Path directory,
        @DefaultValue("1s") Duration pollInterval,
        @DefaultValue("7d") Duration logRetention,
        @DefaultValue("7d") Duration fileRetention) {
    private static final Duration LEAST_FILE_RETENTION = Duration.ofHours(24);

    StoreProperties {
        if (pollInterval.toMillis() < 1) {
            throw new IllegalArgumentException("portal.store.poll-interval must be at least 1ms");
        }
        if (fileRetention.compareTo(LEAST_FILE_RETENTION) < 0) {
            throw new IllegalArgumentException("portal.store.file-retention must be at least 24h: readers and"
                    + " writers of other programs may still need the files");
        }
    }
}
