package training.powerbi.server.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.Index;
import training.powerbi.lakehouse.TableDefinition;

/// A row of `calendar_feeds`: the secret address under which someone's calendar is read by a program that cannot sign
/// in. It is kept as it is, since its owner may look it up again, and opens dates only.
///
/// @param feedId whose it is and of which cohort
/// @param cohortId the cohort a trainer chose; null for a student's own
record FeedRow(String feedId, String userId, @Nullable String cohortId, String secret, Instant createdAt) {
    static final Index<FeedRow> BY_SECRET = new Index<>("secret", FeedRow::secret);
    static final Index<FeedRow> BY_USER = new Index<>("user", FeedRow::userId);

    static final TableDefinition<String, FeedRow> DEFINITION = TableDefinition.of(
                    "calendar_feeds", FeedRow.class, FeedRow::feedId)
            .indexed(BY_SECRET)
            .indexed(BY_USER)
            .withoutStatistics();

    static String id(String userId, @Nullable String cohortId) {
        return cohortId == null ? userId : userId + '/' + cohortId;
    }
}
