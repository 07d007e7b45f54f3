package training.powerbi.lakehouse.files;

import java.io.IOException;
import java.util.Locale;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// What a failure of the disk means to callers.
public final class StorageFailure {
    private static final int DEEPEST = 20;

    private StorageFailure() {}

    /// The failure as callers may see it: STORAGE_FULL, STORAGE_UNAVAILABLE, or the one it is already.
    public static PortalException of(Throwable failure) {
        if (failure instanceof PortalException known) {
            return known;
        }
        if (OutcomeUnknownException.beneath(failure).isPresent()) {
            return new PortalException(
                    ErrorCode.STORAGE_UNAVAILABLE,
                    "The store did not answer, so it is not known yet whether the change was made. Repeat it with the"
                            + " same Idempotency-Key: it is made once, whichever it was.",
                    failure);
        }
        return isFull(failure)
                ? new PortalException(
                        ErrorCode.STORAGE_FULL,
                        "The disk is full; nothing was changed. Free some space and try again.",
                        failure)
                : new PortalException(
                        ErrorCode.STORAGE_UNAVAILABLE,
                        "The store cannot write at the moment; nothing was acknowledged. Try again later.",
                        failure);
    }

    /// Whether the disk had no space left.
    public static boolean isFull(Throwable failure) {
        var cause = failure;
        for (var depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof PortalException known && known.code() == ErrorCode.STORAGE_FULL) {
                return true;
            }
            var message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (cause instanceof IOException
                    && (message.contains("no space left") || message.contains("quota exceeded"))) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
