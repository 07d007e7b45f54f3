package training.powerbi.client;

/// The session has ended: expired, revoked or never begun. Only signing in again helps.
public final class SignedOutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SignedOutException(String message) {
        super(message);
    }

    public SignedOutException(String message, Throwable cause) {
        super(message, cause);
    }
}
