package training.powerbi.server.account;

import java.security.Principal;
import training.powerbi.model.Role;

/// Who is asking: the security principal of every authenticated request, on all transports. The role is the
/// account's role at the time of the request, not the token's.
public record Viewer(String userId, Role role) implements Principal {

    public boolean isAdmin() {
        return role == Role.ADMIN;
    }

    @Override
    public String getName() {
        return userId;
    }
}
