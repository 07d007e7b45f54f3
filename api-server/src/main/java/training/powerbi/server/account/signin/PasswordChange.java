package training.powerbi.server.account.signin;

import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.account.password.PasswordHasher;
import training.powerbi.server.account.password.PasswordRules;
import training.powerbi.server.account.session.Sessions;
import training.powerbi.server.account.throttle.FailureThrottle;
import training.powerbi.server.account.user.Emails;
import training.powerbi.server.account.user.StoredAccounts;
import training.powerbi.server.account.user.UserRow;

/// A user changes the own password. It ends all other sessions of that user, in the same commit: the user's row
/// says from when on sessions count.
@Service
public class PasswordChange {
    private final DeltaTable<String, UserRow> users;
    private final Sessions sessions;
    private final PasswordHasher hasher;
    private final PasswordRules rules;
    private final FailureThrottle throttle;
    private final Clock clock;

    PasswordChange(
            DeltaTable<String, UserRow> users,
            Sessions sessions,
            PasswordHasher hasher,
            PasswordRules rules,
            FailureThrottle throttle,
            Clock clock) {
        this.users = users;
        this.sessions = sessions;
        this.hasher = hasher;
        this.rules = rules;
        this.throttle = throttle;
        this.clock = clock;
    }

    /// Replaces the password if the current one is right.
    ///
    /// @param sessionId the session that asks; it goes on
    @PreAuthorize("isAuthenticated()")
    public void change(String userId, @Nullable String sessionId, String current, String wanted, String address) {
        var row = users.newest().find(userId).orElseThrow(StoredAccounts::notFound);
        var account = Emails.normal(row.email());
        if (row.passwordHash() == null) {
            throw PortalException.badInput(
                    "currentPassword", "You sign in with Microsoft; change your password there.");
        }
        rules.complaint(wanted, account).ifPresent(complaint -> {
            throw PortalException.badInput("newPassword", complaint);
        });
        throttle.guard(address, account, () -> {
            if (!hasher.matches(current, row.passwordHash())) {
                throw new PortalException(ErrorCode.INVALID_CREDENTIALS, "The current password is not right.");
            }
            return row;
        });
        if (hasher.matches(wanted, row.passwordHash())) {
            throw PortalException.badInput("newPassword", "Choose a password other than the current one.");
        }
        var hash = hasher.hash(wanted);
        users.update(state -> {
            var now = state.find(userId).orElseThrow(StoredAccounts::notFound);
            if (!Objects.equals(now.passwordHash(), row.passwordHash())) {
                throw new PortalException(
                        ErrorCode.CONFLICTING_UPDATE, "The password was changed elsewhere meanwhile; try again.");
            }
            return Verdict.upsert(now.withNewPassword(hash, clock.instant(), sessionId));
        });
        sessions.endAll(userId, sessionId);
    }
}
