package training.powerbi.server.account.reset;

import java.time.Instant;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.server.account.user.PrintedCode;
import training.powerbi.server.account.user.UserRow;

/// A row of `password_resets`: the one code with which a user may choose a new password. It works as long as the
/// user's row says nothing newer: every new password, and every disabling, ends it; so does the dismissal of the admin
/// who made it, for good, see [UserRow#vouchesFor].
///
/// @param codeHash of the code, which nobody can read again
/// @param createdBy the admin who handed it out
public record PasswordResetRow(String userId, String codeHash, String createdBy, Instant createdAt, Instant expiresAt) {

    public static final TableDefinition<String, PasswordResetRow> DEFINITION = TableDefinition.of(
                    "password_resets", PasswordResetRow.class, PasswordResetRow::userId)
            .withoutStatistics();

    boolean opens(UserRow user, PrintedCode code, Instant now) {
        return codeHash.equals(code.hash()) && now.isBefore(expiresAt) && user.active() && newerThan(user);
    }

    private boolean newerThan(UserRow user) {
        var changed = user.sessionsFrom();
        return changed == null || createdAt.isAfter(changed);
    }
}
