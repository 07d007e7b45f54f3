package training.powerbi.server.account;

import org.jspecify.annotations.Nullable;
import training.powerbi.model.Role;
import training.powerbi.server.audit.Attempt;

/// Who is asking: the security principal of every authenticated request, on all transports, and a parameter of
/// the methods that answer GraphQL fields. The role is the account's role at the time of the request, not the token's.
///
/// @param sessionId names the sign-in that the request belongs to, see [Standing]
public record Viewer(String userId, Role role, String sessionId) {

    public boolean isAdmin() {
        return role == Role.ADMIN;
    }

    /// An attempt of theirs to change something.
    ///
    /// @param key the request's `Idempotency-Key`, if it has one
    public Attempt attempt(@Nullable String key) {
        return new Attempt(userId, key);
    }
}
