package training.powerbi.server.account.reset;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.account.user.PrintedCode;
import training.powerbi.server.account.user.StoredAccounts;
import training.powerbi.server.account.user.UserRow;
import training.powerbi.server.audit.ActionType;
import training.powerbi.server.audit.Attempt;
import training.powerbi.server.audit.Change;
import training.powerbi.server.audit.Changes;
import training.powerbi.server.audit.Entry;

/// The way back in for someone who forgot the password: a trainer who knows them hands them a code. It is random, shown
/// once, kept as a hash, works once and for a day; a new one replaces it.
@Service
public class PasswordResets {
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
    private final Changes changes;

    PasswordResets(DeltaTable<String, PasswordResetRow> resets, DeltaTable<String, UserRow> users, Changes changes) {
        this.resets = resets;
        this.users = users;
        this.changes = changes;
    }

    @PreAuthorize("hasRole('ADMIN')")
    public PasswordReset create(Attempt attempt, String userId) {
        var action = attempt.to(ActionType.CREATE_PASSWORD_RESET, userId);
        if (changes.made(action)) {
            throw PortalException.badInput(
                    "Idempotency-Key", "This code was made already, and it is shown only once; make a new one.");
        }
        var code = PrintedCode.random();
        var user = resettable(userId);
        var made = changes.run(action, resets, (rows, at) -> {
            var row = row(user, code, action.adminId(), at);
            return Change.of(
                    row, Entry.of(userId, Map.of(), Map.of("code", code.label(LABEL), "expiresAt", row.expiresAt())));
        });
        return new PasswordReset(code.text(), made.answer().expiresAt());
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

    private PasswordResetRow row(UserRow user, PrintedCode code, String adminId, Instant now) {
        var maker = users.snapshot().find(adminId).map(UserRow::standingSince);
        var made = PrintedCode.madeAt(now, user.sessionsFrom(), maker.orElse(null));
        return new PasswordResetRow(user.userId(), code.hash(), adminId, made, now.plus(LIFE));
    }
}
