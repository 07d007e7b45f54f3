package training.powerbi.server.curriculum;

import org.jspecify.annotations.Nullable;
import training.powerbi.model.DayChangeKind;
import training.powerbi.model.TrainingDay;

/// What a subscriber of `dayChanged` gets.
///
/// @param userId the student whose exception or cohort changed; null where the day itself did
record DayChange(
        DayChangeKind kind,
        TrainingDay day,
        long revision,
        String cohortId,
        @Nullable String userId) {}
