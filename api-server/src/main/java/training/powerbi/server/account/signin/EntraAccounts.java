package training.powerbi.server.account.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.TableSnapshot;
import training.powerbi.model.Role;
import training.powerbi.server.account.token.EntraIdentity;
import training.powerbi.server.account.token.VerifiedToken;
import training.powerbi.server.account.user.UserRow;
import training.powerbi.server.audit.Action;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Attempt;
import training.powerbi.server.audit.Change;
import training.powerbi.server.audit.Changes;
import training.powerbi.server.audit.Entry;

/// Accounts of people who come with a token of Entra ID: made at first sight, found by issuer, tenant and
/// object id, never by e-mail.
@Component
class EntraAccounts {
    private final DeltaTable<String, UserRow> users;
    private final Changes changes;
    private final Departed departed;
    private final Cache<String, Instant> newestTokens =
            Caffeine.newBuilder().maximumSize(20_000).build();

    EntraAccounts(DeltaTable<String, UserRow> users, Changes changes, Departed departed) {
        this.users = users;
        this.changes = changes;
        this.departed = departed;
    }

    /// The account of the token's owner. Waits for a commit only when the account is new or the tenant made
    /// its owner an admin, or no longer one.
    UserRow admit(VerifiedToken.Entra token) {
        var identity = token.identity();
        var known = users.snapshot().select(UserRow.BY_ENTRA_KEY, identity.key());
        if (known.isEmpty()) {
            if (departed.since(identity.key(), token.issuedAt())) {
                throw new InvalidBearerTokenException("The account was erased since");
            }
            return changes.run(arrival(), users, (state, at) -> first(state, token, at))
                    .answer();
        }
        var row = known.getFirst();
        // An older token must not undo what a newer one said.
        if (!newer(token, row)) {
            return row;
        }
        if (said(identity) != row.entraRole()) {
            return changes.run(arrival(), users, (state, at) -> follow(state, token, at))
                    .answer();
        }
        // When someone last came is not worth waiting for, nor worth refusing them when the disk is full.
        if (!token.issuedAt().equals(newestTokens.asMap().put(identity.key(), token.issuedAt()))) {
            var _ = changes.start(arrival(), users, (state, at) -> follow(state, token, at));
        }
        return row;
    }

    private static boolean newer(VerifiedToken.Entra token, UserRow row) {
        return row.lastLogin() == null || token.issuedAt().isAfter(row.lastLogin());
    }

    private static Role said(EntraIdentity identity) {
        return identity.admin() ? Role.ADMIN : Role.STUDENT;
    }

    /// What the tenant says of someone who arrives with its token.
    private static Action arrival() {
        return Attempt.byTenant().to(ActionType.SET_USER_ROLE);
    }

    private static Change<String, UserRow, UserRow> first(
            TableSnapshot<String, UserRow> state, VerifiedToken.Entra token, Instant at) {
        var there = state.select(UserRow.BY_ENTRA_KEY, token.identity().key());
        return there.isEmpty()
                ? Change.unaudited(
                        UserRow.fromEntra(UUID.randomUUID().toString(), token.identity(), at, token.issuedAt()))
                : Change.none(there.getFirst());
    }

    private static Change<String, UserRow, UserRow> follow(
            TableSnapshot<String, UserRow> state, VerifiedToken.Entra token, Instant at) {
        var row = state.select(UserRow.BY_ENTRA_KEY, token.identity().key()).getFirst();
        if (!newer(token, row)) {
            return Change.none(row);
        }
        var next = row.following(token.identity(), token.issuedAt(), at);
        return next.role() == row.role()
                ? Change.unaudited(next)
                : Change.of(next, Entry.of(next.userId(), Map.of("role", row.role()), Map.of("role", next.role())));
    }
}
