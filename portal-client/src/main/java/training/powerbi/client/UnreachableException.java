package training.powerbi.client;

/// The portal did not answer as a portal does. What was asked may or may not have happened.
public final class UnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// What stands between here and the portal.
    public enum Reason {
        /// Nobody listens, no network, name unknown, time-out.
        NO_ANSWER,
        /// The certificate is not trusted, or not yet or no more valid by this computer's clock.
        CERTIFICATE,
        /// Something answers, but it is no portal.
        NOT_A_PORTAL
    }

    private final Reason reason;

    public UnreachableException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public UnreachableException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
