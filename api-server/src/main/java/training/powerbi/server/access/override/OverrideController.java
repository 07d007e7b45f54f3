package training.powerbi.server.access.override;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.audit.Attempt;

@Controller
class OverrideController {
    private final OverrideList overrides;
    private final OverrideEditor editor;
    private final Explainer explainer;

    OverrideController(OverrideList overrides, OverrideEditor editor, Explainer explainer) {
        this.overrides = overrides;
        this.editor = editor;
        this.explainer = explainer;
    }

    @QueryMapping
    List<AccessOverride> overrides(
            @Argument @Nullable String userId, @Argument @Nullable Integer dayNumber, @Argument boolean activeOnly) {
        return overrides.find(userId, dayNumber, activeOnly);
    }

    @QueryMapping
    AccessExplanation explainAccess(
            Viewer viewer, @Argument String userId, @Argument int dayNumber, @Argument @Nullable Instant at) {
        return explainer.explain(viewer, userId, dayNumber, at);
    }

    @MutationMapping
    AccessOverride grantAccess(
            Attempt attempt,
            @Argument String userId,
            @Argument int dayNumber,
            @Argument boolean isOpen,
            @Argument String reason,
            @Argument @Nullable Instant expiresAt) {
        return editor.add(attempt, userId, dayNumber, isOpen, reason, expiresAt);
    }

    @MutationMapping
    AccessOverride revokeOverride(Attempt attempt, @Argument String overrideId) {
        return editor.revoke(attempt, overrideId);
    }
}
