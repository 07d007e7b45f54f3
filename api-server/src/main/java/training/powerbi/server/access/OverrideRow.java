package training.powerbi.server.access;

import java.time.Instant;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.Index;
import training.powerbi.lakehouse.TableDefinition;

/// A row of `access_overrides`: an exception for one student and one day.
///
/// @param isOpen true to grant the day, false to hold it back
/// @param expiresAt null for as long as nobody revokes it
/// @param endedAt when the clock ended it, written down so that open pages are told; it ends without that too
@Value.Builder
public record OverrideRow(
        String overrideId,
        String userId,
        int dayNumber,
        boolean isOpen,
        String reason,
        @Nullable Instant expiresAt,
        Instant createdAt,
        String createdBy,
        @Nullable Instant revokedAt,
        @Nullable Instant endedAt,
        Instant updatedAt)
        implements WithOverrideRow {
    public static final Index<OverrideRow> BY_USER = new Index<>("user", OverrideRow::userId);

    public static final TableDefinition<String, OverrideRow> DEFINITION = TableDefinition.of(
                    "access_overrides", OverrideRow.class, OverrideRow::overrideId)
            .indexed(BY_USER)
            .withoutStatistics()
            .countedInRevision()
            .stamped(OverrideRow::updatedAt);

    /// Whether it counts at that instant, unless a newer one does.
    public boolean countsAt(Instant at) {
        return revokedAt == null && (expiresAt == null || expiresAt.isAfter(at));
    }

    public OverrideRow revoked(Instant at) {
        return withRevokedAt(at).withUpdatedAt(at);
    }

    public OverrideRow ended(Instant at) {
        return withEndedAt(expiresAt).withUpdatedAt(at);
    }
}
