package training.powerbi.server.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import training.powerbi.model.Connection;

@Controller
class AuditController {
    private final AuditLog log;

    AuditController(AuditLog log) {
        this.log = log;
    }

    @QueryMapping
    Connection<AdminAction> dayHistory(
            @Argument int dayNumber, @Argument @Nullable Integer first, @Argument @Nullable String after) {
        return log.page(new AuditFilter(dayNumber, null, null, null), first, after);
    }

    @QueryMapping
    Connection<AdminAction> adminActions(
            @Argument @Nullable Integer dayNumber,
            @Argument @Nullable String actionType,
            @Argument @Nullable Instant from,
            @Argument @Nullable Instant to,
            @Argument @Nullable Integer first,
            @Argument @Nullable String after) {
        return log.page(new AuditFilter(dayNumber, actionType, from, to), first, after);
    }
}
