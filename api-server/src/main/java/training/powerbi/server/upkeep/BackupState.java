package training.powerbi.server.upkeep;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How backups of the running portal stand.
///
/// @param running whether one is being made
/// @param startedAt when that began, or the last one
/// @param last the last one that was finished since the start
/// @param problem why the last one was not finished; absent when it was
@JsonInclude(JsonInclude.Include.NON_NULL)
record BackupState(
        boolean running,
        @Nullable Instant startedAt,
        @Nullable Finished last,
        @Nullable String problem) {

    /// A finished backup.
    ///
    /// @param id its name in the folder
    /// @param at the instant of its cut
    record Finished(String id, Instant at, int tables, int files, long bytes, int newFiles, long newBytes) {}

    BackupState started(Instant now) {
        return new BackupState(true, now, last, null);
    }

    BackupState finished(Finished made) {
        return new BackupState(false, startedAt, made, null);
    }

    BackupState failed(String sentence) {
        return new BackupState(false, startedAt, last, sentence);
    }
}
