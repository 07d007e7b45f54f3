package training.powerbi.server.account.reset;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.TableSnapshot;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.account.signin.AuthReply;
import training.powerbi.server.account.user.Emails;
import training.powerbi.server.account.user.PrintedCode;
import training.powerbi.server.account.user.StoredAccounts;
import training.powerbi.server.account.user.UserRow;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Attempt;
import training.powerbi.server.audit.AuditTrail;

/// The way back in for someone who forgot the password: a trainer who knows them hands them a code. It is random, shown
/// once, kept as a hash, works once and for a day; a new one replaces it.
@Service
public class PasswordResets {
    private static final Logger LOG = LoggerFactory.getLogger(PasswordResets.class);
    /// As GraphQL shows it.
    public record PasswordReset(String code, Instant expiresAt) {

        /// The code stays out of logs.
        @Override
        public String toString() {
            return "PasswordReset[" + expiresAt + ']';
        }
    }

    private static final Duration LIFE = Duration.ofHours(24);
    private static final String LABEL = "reset";

    private final DeltaTable<String, PasswordResetRow> resets;
    private final DeltaTable<String, UserRow> users;
    private final ResetRedemption redemption;
    private final AuditTrail audit;
    private final Clock clock;

    PasswordResets(
            DeltaTable<String, PasswordResetRow> resets,
            DeltaTable<String, UserRow> users,
            ResetRedemption redemption,
            AuditTrail audit,
            Clock clock) {
        this.resets = resets;
        this.users = users;
        this.redemption = redemption;
        this.audit = audit;
        this.clock = clock;
    }

    @PreAuthorize("hasRole('ADMIN')")
    public PasswordReset create(Attempt attempt, String userId) {
        if (audit.done(attempt, ActionType.CREATE_PASSWORD_RESET)) {
            throw PortalException.badInput(
                    "Idempotency-Key", "This code was made already, and it is shown only once; make a new one.");
        }
        var code = PrintedCode.random();
        var row = row(resettable(userId), code, attempt.adminId());
        resets.update(state -> Verdict.upsert(
                row,
                audit.note(
                        attempt,
                        ActionType.CREATE_PASSWORD_RESET,
                        null,
                        userId,
                        Map.of(),
                        Map.of("code", code.label(LABEL), "expiresAt", row.expiresAt()))));
        return new PasswordReset(code.text(), row.expiresAt());
    }

    private UserRow resettable(String userId) {
        var user = users.snapshot().find(userId).orElseThrow(StoredAccounts::notFound);
        if (!user.active()) {
            throw PortalException.badInput("userId", "This account is disabled; enable it first.");
        }
        if (user.passwordHash() == null && user.entraKey() != null) {
            throw PortalException.badInput(
                    "userId", "They sign in with Microsoft; their organisation helps with that password.");
        }
        return user;
    }

    private PasswordResetRow row(UserRow user, PrintedCode code, String adminId) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var maker = users.snapshot().find(adminId).map(UserRow::standingSince);
        var made = PrintedCode.madeAt(now, user.sessionsFrom(), maker.orElse(null));
        return new PasswordResetRow(user.userId(), code.hash(), adminId, made, now.plus(LIFE));
    }

    /// Gives the account the new password and signs in, which ends its other sessions. A wrong code and an unknown
    /// address look the same.
    @PreAuthorize("permitAll()")
    public AuthReply redeem(String email, String code, String newPassword, String address) {
        var used = PrintedCode.typed("code", code);
        var reply = redemption.redeem(Emails.typed(email), used, newPassword, address);
        forget(reply.user().userId(), used.hash());
        return reply;
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
