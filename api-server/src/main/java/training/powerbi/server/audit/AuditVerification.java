package training.powerbi.server.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a look at the whole chain of the audit log found.
///
/// @param rows all that were read
/// @param unchainedRows of portals before the chain; its first entry seals them
/// @param firstBadSequence where the chain is broken first; 0 for the rows before it, null when it is not broken or
/// nobody can tell where
/// @param reason what is wrong, in a sentence; null when nothing is
/// @param newestSequence 0 before the first entry
/// @param isExpectedHashFound whether the hash that was kept belongs to the chain; null when none was given
public record AuditVerification(
        boolean isIntact,
        int rows,
        int unchainedRows,
        @Nullable Long firstBadSequence,
        @Nullable String reason,
        long newestSequence,
        @Nullable String newestHash,
        @Nullable Boolean isExpectedHashFound,
        Instant checkedAt) {}
