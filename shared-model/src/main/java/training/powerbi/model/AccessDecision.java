package training.powerbi.model;

/// Which rule decided whether a person may open a day; the first that applies, in this order.
public enum AccessDecision {
    /// The account is disabled.
    INACTIVE,
    /// Trainers may open everything.
    TRAINER,
    /// An exception opens the day for this person.
    GRANTED,
    /// An exception keeps the day from this person.
    HELD_BACK,
    /// A trainer unlocked the day for the cohort.
    UNLOCKED,
    /// The clock opened the day for the cohort.
    SCHEDULE,
    /// Nothing opened it.
    LOCKED
}
