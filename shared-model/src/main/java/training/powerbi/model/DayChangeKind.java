package training.powerbi.model;

/// What happened to a day.
public enum DayChangeKind {
    UNLOCKED,
    LOCKED,
    EDITED
}
