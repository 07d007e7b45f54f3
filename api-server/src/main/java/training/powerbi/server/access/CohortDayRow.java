package training.powerbi.server.access;

import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.Index;
import training.powerbi.lakehouse.TableDefinition;

/// A row of `cohort_days`: a day as a cohort other than `main` has it. A day that such a cohort has not touched yet has
/// no row.
///
/// @param cohortDayId cohort and day, which tell it apart
@Value.Builder
public record CohortDayRow(
        String cohortDayId,
        String cohortId,
        int dayNumber,
        boolean isUnlocked,
        @Nullable Instant unlockedAt,
        @Nullable String unlockedBy,
        @Nullable Instant scheduledAt,
        @Nullable Instant opensAt,
        @Nullable Integer sessionMinutes,
        @Nullable String joinUrl,
        Instant updatedAt,
        int editVersion)
        implements WithCohortDayRow {
    public static final Index<CohortDayRow> BY_COHORT = new Index<>("cohort", CohortDayRow::cohortId);

    public static final TableDefinition<String, CohortDayRow> DEFINITION = TableDefinition.of(
                    "cohort_days", CohortDayRow.class, CohortDayRow::cohortDayId)
            .indexed(BY_COHORT)
            .countedInRevision()
            .stamped(CohortDayRow::updatedAt);

    public static String key(String cohortId, int dayNumber) {
        return cohortId + '/' + dayNumber;
    }

    public static CohortDayRow of(DayState state, Instant at) {
        return new CohortDayRowBuilder()
                .cohortDayId(key(state.cohortId(), state.dayNumber()))
                .cohortId(state.cohortId())
                .dayNumber(state.dayNumber())
                .isUnlocked(state.isUnlocked())
                .unlockedAt(state.unlockedAt())
                .unlockedBy(state.unlockedBy())
                .scheduledAt(state.scheduledAt())
                .opensAt(state.opensAt())
                .sessionMinutes(state.sessionMinutes())
                .joinUrl(state.joinUrl())
                .updatedAt(at)
                .editVersion(state.editVersion())
                .build();
    }

    public DayState state() {
        return new DayStateBuilder()
                .cohortId(cohortId)
                .dayNumber(dayNumber)
                .isUnlocked(isUnlocked)
                .unlockedAt(unlockedAt)
                .unlockedBy(unlockedBy)
                .scheduledAt(scheduledAt)
                .opensAt(opensAt)
                .sessionMinutes(sessionMinutes)
                .joinUrl(joinUrl)
                .updatedAt(updatedAt)
                .editVersion(editVersion)
                .build();
    }
}
