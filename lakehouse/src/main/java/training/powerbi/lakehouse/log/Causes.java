package training.powerbi.lakehouse.log;

import training.powerbi.lakehouse.files.StorageFailure;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Tells what lies beneath a failure of the store.
public final class Causes {
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
    public static PortalException portal(Throwable failure) {
        return StorageFailure.of(failure);
    }

    /// The failure to keep the notes of a commit that is durable: it would be wrong to say that nothing was changed.
    public static PortalException afterCommit(Throwable failure) {
        var before = portal(failure);
        return new PortalException(
                before.code(),
                "The change is stored, but what goes with it, such as its entry in the audit trail, is not yet."
                        + " Both show as soon as the store can write again"
                        + (before.code() == ErrorCode.STORAGE_FULL ? ": free some space." : "."),
                failure);
    }
}
