package training.powerbi.desktop.ui.kit;

/// How far a screen is with what it shows.
public enum Phase {
    /// Asked for, nothing to show yet.
    LOADING,
    READY,
    /// There is nothing; the screen says what to do about it.
    EMPTY,
    /// It could not be had; the screen says why and offers to try again.
    FAILED
}
