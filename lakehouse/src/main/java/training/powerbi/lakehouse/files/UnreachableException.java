package training.powerbi.lakehouse.files;

import java.io.IOException;

/// The place where the store is does not answer, or refuses. It says nothing of what is stored there.
public class UnreachableException extends IOException {
    private static final long serialVersionUID = 1L;

    public UnreachableException(String message, Throwable cause) {
        super(message, cause);
    }

    public UnreachableException(String message) {
        super(message);
    }

    /// Whether this lies beneath the failure.
    public static boolean isBeneath(Throwable failure) {
        var cause = failure;
        for (var depth = 0; cause != null && depth < OutcomeUnknownException.DEEPEST; depth++) {
            if (cause instanceof UnreachableException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
