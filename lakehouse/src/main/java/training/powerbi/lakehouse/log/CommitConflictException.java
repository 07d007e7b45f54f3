package training.powerbi.lakehouse.log;

/// Another writer took the version first.
public final class CommitConflictException extends Exception {
    private static final long serialVersionUID = 1L;

    CommitConflictException(Throwable cause) {
        super(cause);
    }
}
