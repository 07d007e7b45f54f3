package training.powerbi.server.curriculum;

import training.powerbi.model.DayChangeKind;

/// A day changed, or one of its recordings did. A hint: who gets it asks for the day as it is now.
///
/// @param outline whether the change shows in the outline, which anyone may see of a locked day too
/// @param forWhom whose course changed
record DayChanged(int dayNumber, DayChangeKind kind, boolean outline, long revision, ForWhom forWhom) {
    /// Whose course changed.
    sealed interface ForWhom {
        record Everyone() implements ForWhom {}

        record Cohort(String cohortId) implements ForWhom {}

        /// Everyone but a cohort that is told otherwise.
        record OtherCohorts(String cohortId) implements ForWhom {}

        record Student(String userId) implements ForWhom {}
    }
}
