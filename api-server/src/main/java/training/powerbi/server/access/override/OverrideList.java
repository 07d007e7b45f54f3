package training.powerbi.server.access.override;

import static java.util.Comparator.comparing;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.server.access.OverrideRow;
import training.powerbi.server.account.Accounts;

/// Reads exceptions.
@Service
@PreAuthorize("hasRole('ADMIN')")
class OverrideList {
    private final DeltaTable<String, OverrideRow> overrides;
    private final Accounts accounts;
    private final Clock clock;

    OverrideList(DeltaTable<String, OverrideRow> overrides, Accounts accounts, Clock clock) {
        this.overrides = overrides;
        this.accounts = accounts;
        this.clock = clock;
    }

    /// Newest first.
    ///
    /// @param userId null for everyone's
    /// @param dayNumber null for all days
    /// @param activeOnly leaves out what was revoked or ran out
    List<AccessOverride> find(@Nullable String userId, @Nullable Integer dayNumber, boolean activeOnly) {
        var now = clock.instant();
        var rows = overrides.snapshot();
        var theirs = userId == null ? rows.rows() : rows.select(OverrideRow.BY_USER, userId).stream();
        return theirs.filter(row -> dayNumber == null || row.dayNumber() == dayNumber)
                .filter(row -> !activeOnly || row.countsAt(now))
                .sorted(comparing(OverrideRow::createdAt)
                        .thenComparing(OverrideRow::overrideId)
                        .reversed())
                .flatMap(row -> show(row).stream())
                .toList();
    }

    /// Empty when the student's account is gone.
    Optional<AccessOverride> show(OverrideRow row) {
        return accounts.find(row.userId())
                .map(user -> new AccessOverride(
                        row.overrideId(),
                        user,
                        row.dayNumber(),
                        row.isOpen(),
                        row.reason(),
                        row.expiresAt(),
                        row.createdAt(),
                        accounts.find(row.createdBy()).orElse(null),
                        row.revokedAt()));
    }
}
