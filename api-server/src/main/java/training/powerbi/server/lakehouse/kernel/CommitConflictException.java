package training.powerbi.server.lakehouse.kernel;

/// Another writer took the version first.
final class CommitConflictException extends Exception {
    private static final long serialVersionUID = 1L;

    CommitConflictException(Throwable cause) {
        super(cause);
    }
}
