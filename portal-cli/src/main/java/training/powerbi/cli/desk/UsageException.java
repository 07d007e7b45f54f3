package training.powerbi.cli.desk;

/// The command line says something that cannot be done; the message says what to write instead.
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
