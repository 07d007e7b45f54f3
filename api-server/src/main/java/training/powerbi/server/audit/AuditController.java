package training.powerbi.server.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;
import training.powerbi.model.Connection;

@Controller
class AuditController {
    private final AuditLog log;
    private final AuditProof proof;

    AuditController(AuditLog log, AuditProof proof) {
        this.log = log;
        this.proof = proof;
    }

    /// Whom an entry is about is told as long as that is known.
    @SchemaMapping(typeName = "AdminAction")
    String metadata(AdminAction action) {
        return log.readable(action);
    }

    @QueryMapping
    AuditVerification auditVerification(@Argument @Nullable String expectedHash) {
        return proof.verify(expectedHash);
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
