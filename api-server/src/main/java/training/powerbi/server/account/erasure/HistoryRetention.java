package training.powerbi.server.account.erasure;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// How long what was erased stays in files that no version names any more, and in backups.
@Component
class HistoryRetention {
    /// Such files are looked for once a day.
    private static final Duration VACUUM_EVERY = Duration.ofDays(1);

    private final Duration files;
    private final String backups;

    HistoryRetention(
            @Value("${portal.store.file-retention:7d}") Duration files,
            @Value("${portal.backup.directory:}") String backups) {
        this.files = files;
        this.backups = backups;
    }

    Instant goneAt(Instant erasedAt) {
        return erasedAt.plus(files).plus(VACUUM_EVERY);
    }

    @Nullable
    String backupFolder() {
        return backups.isBlank() ? null : backups;
    }
}
