package training.powerbi.server.account.edge;

import java.util.Optional;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import training.powerbi.model.User;
import training.powerbi.server.account.Accounts;
import training.powerbi.server.audit.AdminAction;

/// Adds accounts to the audit log, which knows ids only.
@Controller
class AuditedAdminController {
    private final Accounts accounts;

    AuditedAdminController(Accounts accounts) {
        this.accounts = accounts;
    }

    @SchemaMapping
    Optional<User> admin(AdminAction action) {
        return accounts.find(action.adminId());
    }
}
