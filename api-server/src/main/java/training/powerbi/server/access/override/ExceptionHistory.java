package training.powerbi.server.access.override;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.server.access.OverrideRow;
import training.powerbi.server.account.Viewer;

/// The exceptions that were ever made for someone, for that person to keep. What was written down about them is theirs
/// to know, though the course itself does not tell it.
@Service
public class ExceptionHistory {
    private final DeltaTable<String, OverrideRow> overrides;

    ExceptionHistory(DeltaTable<String, OverrideRow> overrides) {
        this.overrides = overrides;
    }

    /// An exception that was made once, whether it still counts or not.
    ///
    /// @param isOpen true where a day was granted, false where it was held back
    public record MadeException(
            int dayNumber,
            boolean isOpen,
            String reason,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt) {}

    /// Oldest first.
    ///
    /// @throws AccessDeniedException when a student asks for someone else's
    @PreAuthorize("isAuthenticated()")
    public List<MadeException> of(Viewer viewer, String userId) {
        if (!viewer.isAdmin() && !viewer.userId().equals(userId)) {
            throw new AccessDeniedException("someone else's exceptions");
        }
        return overrides.snapshot().select(OverrideRow.BY_USER, userId).stream()
                .sorted(Comparator.comparing(OverrideRow::createdAt).thenComparing(OverrideRow::overrideId))
                .map(row -> new MadeException(
                        row.dayNumber(), row.isOpen(), row.reason(), row.createdAt(), row.expiresAt(), row.revokedAt()))
                .toList();
    }
}
