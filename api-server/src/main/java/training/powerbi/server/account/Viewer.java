package training.powerbi.server.account;

import training.powerbi.model.Role;

/// Who is asking: the security principal of every authenticated request, on all transports, and a parameter of
/// the methods that answer GraphQL fields. The role is the account's role at the time of the request, not the token's.
///
/// @param sessionId names the sign-in that the request belongs to, see [Standing]
public record Viewer(String userId, Role role, String sessionId) {

    public boolean isAdmin() {
        return role == Role.ADMIN;
    }
}
