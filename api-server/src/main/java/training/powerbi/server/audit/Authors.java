package training.powerbi.server.audit;

import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Who may be named as the author of a change. Asked where the change is decided, long after the request was let in.
@FunctionalInterface
public interface Authors {

    /// Whether this is an active admin now.
    boolean mayChangeThings(String adminId);

    /// What anyone is told who is none.
    static PortalException dismissed() {
        return new PortalException(
                ErrorCode.ACCESS_DENIED, "You are no trainer here any more, and nothing was changed.");
    }
}
