package training.powerbi.server.account.join;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.lakehouse.TableSnapshot;
import training.powerbi.server.account.user.UserRow;

/// A row of `invites`. How often it was used is counted in `users`, where each use is recorded with the user
/// it admitted: one commit, so an invite cannot be overdrawn.
///
/// @param inviteHash of the code, which nobody can read again
/// @param cohortId the run of the course it admits to; null for `main`
public record InviteRow(
        String inviteHash,
        int maxUses,
        @Nullable Instant expiresAt,
        String createdBy,
        Instant createdAt,
        @Nullable Instant revokedAt,
        @Nullable String cohortId) {

    public static final TableDefinition<String, InviteRow> DEFINITION = TableDefinition.of(
                    "invites", InviteRow.class, InviteRow::inviteHash)
            .withoutStatistics();

    InviteRow revoked(Instant now) {
        return new InviteRow(inviteHash, maxUses, expiresAt, createdBy, createdAt, now, cohortId);
    }

    /// Whether it admits someone now. Or whoever was dismissed could go on to let people in, to learn what they learn.
    boolean usable(Instant now, TableSnapshot<String, UserRow> users) {
        return open(now, users)
                && users.find(createdBy)
                        .filter(maker -> maker.vouchesFor(createdAt))
                        .isPresent();
    }

    /// Whether it could admit someone, whatever became of its maker.
    boolean open(Instant now, TableSnapshot<String, UserRow> users) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt)) && uses(users) < maxUses;
    }

    int uses(TableSnapshot<String, UserRow> users) {
        return users.select(UserRow.BY_INVITE, inviteHash).size();
    }
}
