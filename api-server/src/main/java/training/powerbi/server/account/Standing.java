package training.powerbi.server.account;

import java.util.Optional;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.audit.Authors;

/// What became of those who were let in. A request that takes long, as uploads do, asks again before it changes
/// anything; answers come from memory.
public interface Standing {

    /// The same user in the same session with the role of now; empty when the account is disabled or the session over.
    Optional<Viewer> now(String userId, String sessionId);

    /// Whether that account is an admin's and enabled, whatever became of its sessions.
    boolean isActiveAdmin(String userId);

    /// Returns only while the viewer is still an admin.
    ///
    /// @throws PortalException UNAUTHENTICATED when the session is over, ACCESS_DENIED when the role is gone
    default void requireAdmin(Viewer viewer) {
        var now = now(viewer.userId(), viewer.sessionId())
                .orElseThrow(() -> new PortalException(
                        ErrorCode.UNAUTHENTICATED,
                        "Your session ended meanwhile, and nothing was changed; sign in again."));
        if (!now.isAdmin()) {
            throw Authors.dismissed();
        }
    }
}
