package training.powerbi.lakehouse.check;

/// One thing that a look at the store found.
///
/// @param sentence says where it is, what it means, and what to do if anything must be done
public record Finding(Kind kind, String sentence) {

    /// How bad it is.
    public enum Kind {
        /// Bytes are not what they were.
        DAMAGED,
        /// Something that is named is not there.
        MISSING,
        /// Something that nothing names; it does no harm, and the portal tidies it away.
        ORPHANED
    }

    /// Whether something may be lost by it.
    public boolean isHarm() {
        return kind != Kind.ORPHANED;
    }
}
