package training.powerbi.server.access;

import java.time.Instant;
import training.powerbi.lakehouse.TableDefinition;

/// A row of `cohort_moves`: the last time a student came from one cohort into another. Which cohort they are in says
/// their account; this says that their course changed, to whoever listens.
public record MoveRow(String userId, String fromCohortId, String toCohortId, Instant movedAt) {
    public static final TableDefinition<String, MoveRow> DEFINITION = TableDefinition.of(
                    "cohort_moves", MoveRow.class, MoveRow::userId)
            .withoutStatistics()
            .countedInRevision()
            .stamped(MoveRow::movedAt);
}
