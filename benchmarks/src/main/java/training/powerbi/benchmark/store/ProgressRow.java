package training.powerbi.benchmark.store;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.Index;
import training.powerbi.lakehouse.TableDefinition;

/// `user_progress` as the portal has it, with a counter where the playback is.
record ProgressRow(
        String progressId,
        String userId,
        int dayNumber,
        boolean viewedPresentation,
        boolean viewedRecording,
        float completionPercentage,
        Instant lastAccessed,
        @Nullable String playback) {
    private static final int DAYS = 12;
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    record Key(String userId, int dayNumber) {}

    static TableDefinition<Key, ProgressRow> table(String name) {
        return TableDefinition.of(name, ProgressRow.class, ProgressRow::key)
                .indexed(new Index<>("user", ProgressRow::userId))
                .withoutStatistics();
    }

    /// The n-th row; twelve in a row are one learner's.
    static ProgressRow numbered(int n) {
        var user = new UUID(0x1234_5678_4abcL + n / DAYS * 0x9E37_79B9_7F4AL, n / DAYS * 0x9E37_79B9_7F4A_7C15L);
        var id = new UUID(n * 0x2545_F491_4F6C_DD1DL, n * 0x9E37_79B9_7F4A_7C15L);
        return new ProgressRow(
                id.toString(),
                user.toString(),
                n % DAYS + 1,
                n % 3 == 0,
                n % 5 == 0,
                n % 100,
                START.plusSeconds(n),
                null);
    }

    Key key() {
        return new Key(userId, dayNumber);
    }

    /// How often the row was changed.
    int changes() {
        return playback == null ? 0 : Integer.parseInt(playback);
    }

    ProgressRow changed() {
        return new ProgressRow(
                progressId,
                userId,
                dayNumber,
                viewedPresentation,
                viewedRecording,
                completionPercentage,
                lastAccessed.plusSeconds(10),
                Integer.toString(changes() + 1));
    }
}
