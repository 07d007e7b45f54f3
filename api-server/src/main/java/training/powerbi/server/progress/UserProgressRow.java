package training.powerbi.server.progress;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.Index;
import training.powerbi.lakehouse.TableDefinition;

/// A row of `user_progress`.
///
/// @param viewedRecording whether at least 90 % of the recordings active now were watched
/// @param completionPercentage 0 to 100, of the recordings active now, see [Completion]
/// @param playback what was played of each recording, see [PlaybackFormat]
record UserProgressRow(
        String progressId,
        String userId,
        int dayNumber,
        boolean viewedPresentation,
        boolean viewedRecording,
        float completionPercentage,
        Instant lastAccessed,
        @Nullable String playback) {

    static final Index<UserProgressRow> BY_USER = new Index<>("user", UserProgressRow::userId);
    static final TableDefinition<UserProgressRow.ProgressKey, UserProgressRow> DEFINITION = TableDefinition.of(
                    "user_progress",
                    UserProgressRow.class,
                    (UserProgressRow row) -> new ProgressKey(row.userId(), row.dayNumber()))
            .indexed(BY_USER)
            .withoutStatistics()
            .countedInRevision();

    static UserProgressRow untouched(ProgressKey key, Instant now) {
        return new UserProgressRow(
                UUID.randomUUID().toString(), key.userId(), key.dayNumber(), false, false, 0, now, null);
    }

    /// The row after more was seen.
    UserProgressRow seen(boolean presentation, String newPlayback, Completion completion, Instant now) {
        return with(presentation, newPlayback, completion, now.isAfter(lastAccessed) ? now : lastAccessed);
    }

    /// The row as it stands with the day's recordings as they are now; the student did nothing.
    UserProgressRow recounted(@Nullable String samePlayback, Completion completion) {
        return with(viewedPresentation, samePlayback, completion, lastAccessed);
    }

    private UserProgressRow with(
            boolean presentation, @Nullable String newPlayback, Completion completion, Instant accessed) {
        return new UserProgressRow(
                progressId,
                userId,
                dayNumber,
                presentation,
                completion.recordingsSeen(),
                completion.percentage(),
                accessed,
                newPlayback);
    }

    /// Whether nothing was reached between the two.
    boolean reachedAsMuchAs(UserProgressRow other) {
        return viewedPresentation == other.viewedPresentation
                && viewedRecording == other.viewedRecording
                && completionPercentage == other.completionPercentage;
    }

    /// A student has one row per day.
    record ProgressKey(String userId, int dayNumber) {}
}
