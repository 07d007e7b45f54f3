package training.powerbi.server.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.model.Connection;
import training.powerbi.server.audit.chain.AdminActionRow;
import training.powerbi.server.audit.person.AuditPeople;

/// Reads the audit log, newest first.
@Service
@PreAuthorize("hasRole('ADMIN')")
class AuditLog {
    private final DeltaTable<String, AdminActionRow> actions;
    private final Subjects subjects;

    AuditLog(DeltaTable<String, AdminActionRow> actions, AuditPeople people, JsonMapper json) {
        this.actions = actions;
        this.subjects = new Subjects(people, json);
    }

    /// What changed, with the user's id in place of the name that the log has for them.
    String readable(AdminAction action) {
        return subjects.readable(action.metadata());
    }

    Connection<AdminAction> page(AuditFilter filter, @Nullable Integer first, @Nullable String after) {
        var rows = actions.snapshot().rows().filter(filter::accepts).map(AdminAction::of);
        return Connection.page(rows, AdminAction::sortKey, true, first, after);
    }
}
