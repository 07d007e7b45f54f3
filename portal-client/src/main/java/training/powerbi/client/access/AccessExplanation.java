package training.powerbi.client.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.AccessDecision;

/// Why somebody may or may not see a day.
///
/// @param reason a sentence
/// @param changesAt when the clock changes this answer, if nobody does before; null when it does not
public record AccessExplanation(
        boolean isOpen,
        AccessDecision decidedBy,
        String reason,
        @Nullable Instant changesAt) {}
