package training.powerbi.lakehouse.files;

/// The place is known to be away: nothing is asked of it until it is back.
public final class AwayException extends UnreachableException {
    private static final long serialVersionUID = 1L;

    /// @param sentence what whoever wanted to change something is told
    public AwayException(String sentence) {
        super(sentence);
    }
}
