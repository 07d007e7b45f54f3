package training.powerbi.server.account.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.CommitNote;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.TableSnapshot;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.model.Role;
import training.powerbi.server.account.token.EntraIdentity;
import training.powerbi.server.account.token.VerifiedToken;
import training.powerbi.server.account.user.UserRow;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Attempt;
import training.powerbi.server.audit.AuditTrail;

/// Accounts of people who come with a token of Entra ID: made at first sight, found by issuer, tenant and
/// object id, never by e-mail.
@Component
class EntraAccounts {
    private final DeltaTable<String, UserRow> users;
    private final AuditTrail audit;
    private final Clock clock;
    private final Cache<String, Instant> newestTokens =
            Caffeine.newBuilder().maximumSize(20_000).build();

    EntraAccounts(DeltaTable<String, UserRow> users, AuditTrail audit, Clock clock) {
        this.users = users;
        this.audit = audit;
        this.clock = clock;
    }

    /// The account of the token's owner. Waits for a commit only when the account is new or the tenant made
    /// its owner an admin, or no longer one.
    UserRow admit(VerifiedToken.Entra token) {
        var identity = token.identity();
        var known = users.snapshot().select(UserRow.BY_ENTRA_KEY, identity.key());
        if (known.isEmpty()) {
            return users.update(state -> first(state, token)).answer();
        }
        var row = known.getFirst();
        // An older token must not undo what a newer one said.
        if (!newer(token, row)) {
            return row;
        }
        if (said(identity) != row.entraRole()) {
            return users.update(state -> follow(state, token)).answer();
        }
        // When someone last came is not worth waiting for, nor worth refusing him when the disk is full.
        if (!token.issuedAt().equals(newestTokens.asMap().put(identity.key(), token.issuedAt()))) {
            var _ = users.submit(state -> follow(state, token));
        }
        return row;
    }

    private static boolean newer(VerifiedToken.Entra token, UserRow row) {
        return row.lastLogin() == null || token.issuedAt().isAfter(row.lastLogin());
    }

    private static Role said(EntraIdentity identity) {
        return identity.admin() ? Role.ADMIN : Role.STUDENT;
    }

    private Verdict<String, UserRow, UserRow> first(TableSnapshot<String, UserRow> state, VerifiedToken.Entra token) {
        var there = state.select(UserRow.BY_ENTRA_KEY, token.identity().key());
        return there.isEmpty()
                ? Verdict.upsert(
                        UserRow.fromEntra(UUID.randomUUID().toString(), token.identity(), now(), token.issuedAt()))
                : Verdict.unchanged(there.getFirst());
    }

    private Verdict<String, UserRow, UserRow> follow(TableSnapshot<String, UserRow> state, VerifiedToken.Entra token) {
        var row = state.select(UserRow.BY_ENTRA_KEY, token.identity().key()).getFirst();
        if (!newer(token, row)) {
            return Verdict.unchanged(row);
        }
        var next = row.following(token.identity(), token.issuedAt(), now());
        return next.role() == row.role() ? Verdict.upsert(next) : Verdict.upsert(next, roleNote(row, next));
    }

    private CommitNote roleNote(UserRow before, UserRow after) {
        return audit.note(
                Attempt.byTenant(),
                ActionType.SET_USER_ROLE,
                null,
                after.userId(),
                Map.of("role", before.role()),
                Map.of("role", after.role()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
