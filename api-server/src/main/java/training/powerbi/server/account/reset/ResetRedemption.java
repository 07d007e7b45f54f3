package training.powerbi.server.account.reset;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.TableSnapshot;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.account.password.PasswordHasher;
import training.powerbi.server.account.password.PasswordRules;
import training.powerbi.server.account.signin.AuthReply;
import training.powerbi.server.account.signin.SignIn;
import training.powerbi.server.account.throttle.FailureThrottle;
import training.powerbi.server.account.user.Emails;
import training.powerbi.server.account.user.PrintedCode;
import training.powerbi.server.account.user.UserRow;

/// Trades a reset code for a new password. That it works once is decided in one commit of the user's row: the new
/// password is newer than the code.
@Service
public class ResetRedemption {
    private static final Logger LOG = LoggerFactory.getLogger(ResetRedemption.class);

    private final DeltaTable<String, PasswordResetRow> resets;
    private final DeltaTable<String, UserRow> users;
    private final SignIn signIn;
    private final PasswordHasher hasher;
    private final PasswordRules rules;
    private final FailureThrottle throttle;
    private final Clock clock;

    ResetRedemption(
            DeltaTable<String, PasswordResetRow> resets,
            DeltaTable<String, UserRow> users,
            SignIn signIn,
            PasswordHasher hasher,
            PasswordRules rules,
            FailureThrottle throttle,
            Clock clock) {
        this.resets = resets;
        this.users = users;
        this.signIn = signIn;
        this.hasher = hasher;
        this.rules = rules;
        this.throttle = throttle;
        this.clock = clock;
    }

    /// Gives the account the new password and signs in, which ends its other sessions. A wrong code and an unknown
    /// address look the same.
    @PreAuthorize("permitAll()")
    public AuthReply redeem(String email, String code, String newPassword, String address) {
        var used = PrintedCode.typed("code", code);
        var reply = redeem(Emails.typed(email), used, newPassword, address);
        forget(reply.user().userId(), used.hash());
        return reply;
    }

    private AuthReply redeem(String account, PrintedCode code, String newPassword, String address) {
        rules.complaint(newPassword, account).ifPresent(complaint -> {
            throw PortalException.badInput("newPassword", complaint);
        });
        var row = throttle.guard(address, account, () -> changed(account, code, newPassword));
        throttle.welcome(address, account);
        // Sessions count from the change on; this one begins right after it.
        var from = row.sessionsFrom() == null ? clock.instant() : row.sessionsFrom();
        return signIn.begin(row, from.plus(1, ChronoUnit.MICROS));
    }

    private UserRow changed(String account, PrintedCode code, String newPassword) {
        // Once before the costly hash, and again, for good, in the decision.
        opened(users.snapshot(), account, code);
        var hash = hasher.hash(newPassword);
        return users.update(state -> {
                    var user = opened(state, account, code);
                    var now = clock.instant();
                    var made = resets.snapshot()
                            .find(user.userId())
                            .map(PasswordResetRow::createdAt)
                            .orElse(now);
                    // A clock that was put back must not leave the code newer than what it brought.
                    var changed = made.isAfter(now) ? made : now;
                    return Verdict.upsert(
                            user.withNewPassword(hash, changed, null).loggedIn(changed));
                })
                .answer();
    }

    private UserRow opened(TableSnapshot<String, UserRow> state, String account, PrintedCode code) {
        var now = clock.instant();
        return state.select(UserRow.BY_EMAIL, account).stream()
                .filter(user -> resets.snapshot()
                        .find(user.userId())
                        .filter(reset -> reset.opens(user, code, now))
                        // Or whoever was dismissed would have kept a key to everyone's account.
                        .filter(reset -> state.find(reset.createdBy())
                                .filter(maker -> maker.vouchesFor(reset.createdAt()))
                                .isPresent())
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new PortalException(
                        ErrorCode.INVALID_CREDENTIALS,
                        "The code does not fit the e-mail address, or it does not count any more: it was used or"
                                + " replaced, is more than 24 hours old, or the account was disabled or got a new"
                                + " password, or its maker is no trainer any more. Ask your trainer for a new one."));
    }

    /// A used code is dead already, so nobody waits for its row to go, and a store that cannot write now fails nobody.
    private void forget(String userId, String codeHash) {
        var _ = resets.submit(state -> spent(state, userId, codeHash)).whenComplete((_, failure) -> {
            if (failure != null) {
                LOG.warn("A used password reset code could not be removed; it opens nothing any more", failure);
            }
        });
    }

    /// A trainer may have made a new code meanwhile; that one stays.
    private static Verdict<String, PasswordResetRow, String> spent(
            TableSnapshot<String, PasswordResetRow> state, String userId, String codeHash) {
        var used = state.find(userId).filter(row -> row.codeHash().equals(codeHash));
        return new Verdict<>(List.of(), used.isPresent() ? List.of(userId) : List.of(), List.of(), userId);
    }
}
