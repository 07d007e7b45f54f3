package training.powerbi.edge;

import org.springframework.security.access.prepost.PreAuthorize;

/// A service with a rule, as features have them.
class EdgeService {

    @PreAuthorize("hasRole('ADMIN')")
    public String forAdmins() {
        return "granted";
    }

    @PreAuthorize("isAuthenticated()")
    public String forUsers() {
        return "granted";
    }
}
