package training.powerbi.server.upkeep;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How backups of the running portal stand.
///
/// @param running whether one is being made
/// @param startedAt when that began, or the last one
/// @param last the last one that was finished since the start
/// @param problem why the last one was not finished, or older ones were not dropped; absent when all went well
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

    /// @param rest what did not go well about it all the same; null for nothing
    BackupState finished(Finished made, @Nullable String rest) {
        return new BackupState(false, startedAt, made, rest);
    }

    BackupState failed(String sentence) {
        return new BackupState(false, startedAt, last, sentence);
    }
}
