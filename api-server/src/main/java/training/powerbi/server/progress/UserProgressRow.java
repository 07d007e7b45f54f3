package training.powerbi.server.progress;

import java.time.Instant;
import java.util.UUID;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.Index;
import training.powerbi.lakehouse.TableDefinition;

/// A row of `user_progress`.
///
/// @param viewedRecording whether at least 90 % of the recordings active now were watched
/// @param completionPercentage 0 to 100, of the recordings active now, see [Completion]
/// @param playback what was played of each recording, see [PlaybackFormat]
@Value.Builder
record UserProgressRow(
        String progressId,
        String userId,
        int dayNumber,
        boolean viewedPresentation,
        boolean viewedRecording,
        float completionPercentage,
        Instant lastAccessed,
        @Nullable String playback)
        implements WithUserProgressRow {

    static final Index<UserProgressRow> BY_USER = new Index<>("user", UserProgressRow::userId);
    static final TableDefinition<UserProgressRow.ProgressKey, UserProgressRow> DEFINITION = TableDefinition.of(
                    "user_progress",
                    UserProgressRow.class,
                    (UserProgressRow row) -> new ProgressKey(row.userId(), row.dayNumber()))
            .indexed(BY_USER)
            .withoutStatistics()
            .countedInRevision()
            .stamped(UserProgressRow::lastAccessed);

    static UserProgressRow untouched(ProgressKey key, Instant now) {
        return new UserProgressRowBuilder()
                .progressId(UUID.randomUUID().toString())
                .userId(key.userId())
                .dayNumber(key.dayNumber())
                .viewedPresentation(false)
                .viewedRecording(false)
                .completionPercentage(0)
                .lastAccessed(now)
                .build();
    }

    /// The row after more was seen.
    UserProgressRow seen(boolean presentation, @Nullable String newPlayback, Completion completion, Instant now) {
        return recounted(newPlayback, completion)
                .withViewedPresentation(presentation)
                .withLastAccessed(now.isAfter(lastAccessed) ? now : lastAccessed);
    }

    /// The row as it stands with the day's recordings as they are now; the student did nothing.
    UserProgressRow recounted(@Nullable String samePlayback, Completion completion) {
        return withPlayback(samePlayback)
                .withViewedRecording(completion.recordingsSeen())
                .withCompletionPercentage(completion.percentage());
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
