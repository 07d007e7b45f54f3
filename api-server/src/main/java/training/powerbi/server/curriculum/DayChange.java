package training.powerbi.server.curriculum;

import training.powerbi.model.DayChangeKind;
import training.powerbi.model.TrainingDay;

/// What a subscriber of `dayChanged` gets.
record DayChange(DayChangeKind kind, TrainingDay day, long revision) {}
