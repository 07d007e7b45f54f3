package training.powerbi.server.curriculum;

import training.powerbi.model.DayChangeKind;

/// A day changed, or one of its recordings did. A hint: who gets it asks for the day as it is now.
///
/// @param outline whether the change shows in the outline, which anyone may see of a locked day too
record DayChanged(int dayNumber, DayChangeKind kind, boolean outline, long revision) {}
