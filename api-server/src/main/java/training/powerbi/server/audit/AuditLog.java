package training.powerbi.server.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.model.Connection;

/// Reads the audit log, newest first.
@Service
@PreAuthorize("hasRole('ADMIN')")
class AuditLog {
    private final DeltaTable<String, AdminActionRow> actions;

    AuditLog(DeltaTable<String, AdminActionRow> actions) {
        this.actions = actions;
    }

    Connection<AdminAction> page(AuditFilter filter, @Nullable Integer first, @Nullable String after) {
        var rows = actions.snapshot().rows().filter(filter::accepts).map(AdminAction::of);
        return Connection.page(rows, AdminAction::sortKey, true, first, after);
    }
}
