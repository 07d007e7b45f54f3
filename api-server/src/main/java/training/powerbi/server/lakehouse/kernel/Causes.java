package training.powerbi.server.lakehouse.kernel;

import java.io.IOException;
import java.util.Locale;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Tells what lies beneath a failure of the store.
final class Causes {
    private static final int DEEPEST = 20;

    private Causes() {}

    static boolean has(Throwable failure, Class<? extends Throwable> type) {
        var cause = failure;
        for (var depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (type.isInstance(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /// The failure as callers may see it.
    static PortalException portal(Throwable failure) {
        if (failure instanceof PortalException known) {
            return known;
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

    /// The failure to keep the notes of a commit that is durable: it would be wrong to say that nothing was changed.
    static PortalException afterCommit(Throwable failure) {
        var before = portal(failure);
        return new PortalException(
                before.code(),
                "The change is stored, but what goes with it, such as its entry in the audit trail, is not yet."
                        + " Both show as soon as the store can write again"
                        + (before.code() == ErrorCode.STORAGE_FULL ? ": free some space." : "."),
                failure);
    }

    private static boolean isFull(Throwable failure) {
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
