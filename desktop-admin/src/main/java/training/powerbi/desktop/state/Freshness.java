package training.powerbi.desktop.state;

/// How far what is shown can be trusted.
public enum Freshness {
    /// Nothing is known yet.
    EMPTY,
    /// Asked for; what is shown may be old.
    LOADING,
    /// As the portal has it, kept so by live events.
    FRESH,
    /// The connection is lost; what is shown was right once.
    STALE
}
