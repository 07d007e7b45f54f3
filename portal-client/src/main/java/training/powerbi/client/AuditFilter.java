package training.powerbi.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which audit entries are asked for; null does not narrow.
public record AuditFilter(
        @Nullable Integer dayNumber,
        @Nullable String actionType,
        @Nullable Instant from,
        @Nullable Instant to) {
    /// All entries.
    public static final AuditFilter NONE = new AuditFilter(null, null, null, null);
}
