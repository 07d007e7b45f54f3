package training.powerbi.server.access.override;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.AccessDecision;

/// Why someone may or may not see a day, as GraphQL shows it.
///
/// @param reason a sentence
/// @param changesAt when the clock changes this answer, if nobody does before; null when it does not
/// @param override the exception that decided, for trainers
record AccessExplanation(
        boolean isOpen,
        AccessDecision decidedBy,
        String reason,
        @Nullable Instant changesAt,
        @Nullable AccessOverride override) {}
