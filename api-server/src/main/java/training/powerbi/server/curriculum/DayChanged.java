package training.powerbi.server.curriculum;

import training.powerbi.model.DayChangeKind;

/// A day changed, or one of its recordings did. A hint: who gets it asks for the day as it is now.
///
/// @param outline whether the change shows in the outline, which anyone may see of a locked day too
/// @param forWhom whose course changed
record DayChanged(int dayNumber, DayChangeKind kind, boolean outline, long revision, ForWhom forWhom) {
    /// For one student, to whom the day was open or not and is so or not now.
    static DayChanged of(String userId, int dayNumber, boolean was, boolean is, boolean outline, long revision) {
        var turned = is ? DayChangeKind.UNLOCKED : DayChangeKind.LOCKED;
        return new DayChanged(
                dayNumber, was == is ? DayChangeKind.EDITED : turned, outline, revision, new ForWhom.Student(userId));
    }

    /// Whose course changed.
    sealed interface ForWhom {
        record Everyone() implements ForWhom {}

        record Cohort(String cohortId) implements ForWhom {}

        /// Everyone but a cohort that is told otherwise.
        record OtherCohorts(String cohortId) implements ForWhom {}

        record Student(String userId) implements ForWhom {}
    }
}
