package training.powerbi.lakehouse.log;

/// Who made a commit.
public enum Author {
    THIS_SERVER,
    /// Another portal server on the same tables, or this one before its last start where several may share them.
    COLLEAGUE,
    OTHER_PROGRAM
}
