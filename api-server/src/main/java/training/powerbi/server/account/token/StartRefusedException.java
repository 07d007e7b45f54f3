package training.powerbi.server.account.token;

import org.jspecify.annotations.Nullable;

/// The configuration is unsafe or unusable. The message is one sentence that names what to change.
public final class StartRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartRefusedException(String message) {
        this(message, null);
    }

    StartRefusedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
