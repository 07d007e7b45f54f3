package training.powerbi.lakehouse.open;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.Index;
import training.powerbi.lakehouse.TableDefinition;

/// A row with every kind of column, keyed by two of them.
public record Progress(
        String progressId,
        String userId,
        int dayNumber,
        boolean viewed,
        float percentage,
        double watched,
        long revision,
        Mood mood,
        Instant lastAccessed,
        @Nullable String remark,
        @Nullable Instant completedAt) {
    enum Mood {
        FRESH,
        NEARLY_DONE
    }

    public record Key(String userId, int dayNumber) {}

    static final Index<Progress> BY_DAY = new Index<>("day", Progress::dayNumber);

    public static TableDefinition<Key, Progress> table() {
        return TableDefinition.of("progress", Progress.class, (Progress row) -> new Key(row.userId(), row.dayNumber()))
                .indexed(BY_DAY)
                .countedInRevision();
    }

    public static Progress of(String user, int day) {
        return new Progress(
                "p-" + user + "-" + day,
                user,
                day,
                false,
                0.5f,
                12.25,
                0,
                Mood.FRESH,
                Instant.parse("2026-11-22T10:00:00.123456Z"),
                null,
                null);
    }

    public Key key() {
        return new Key(userId, dayNumber);
    }

    public Progress withRevision(long newRevision) {
        return new Progress(
                progressId,
                userId,
                dayNumber,
                viewed,
                percentage,
                watched,
                newRevision,
                Mood.NEARLY_DONE,
                lastAccessed,
                "näher ✓",
                lastAccessed);
    }
}
