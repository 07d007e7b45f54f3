package training.powerbi.server.account.join;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.lakehouse.TableSnapshot;
import training.powerbi.server.account.user.UserRow;

/// A row of `invites`. How often it was used is counted in `users`, where each use is recorded with the user
/// it admitted: one commit, so an invite cannot be overdrawn. Those who were erased since are counted here.
///
/// @param inviteHash of the code, which nobody can read again
/// @param usesErased digests of the ids of accounts that it admitted and that were erased, with spaces
///     between them; null for none
/// @param cohortId the run of the course it admits to; null for `main`
public record InviteRow(
        String inviteHash,
        int maxUses,
        @Nullable Instant expiresAt,
        String createdBy,
        Instant createdAt,
        @Nullable Instant revokedAt,
        @Nullable String usesErased,
        @Nullable String cohortId) {

    private static final int DIGEST_BYTES = 8;

    public static final TableDefinition<String, InviteRow> DEFINITION = TableDefinition.of(
                    "invites", InviteRow.class, InviteRow::inviteHash)
            .withoutStatistics();

    InviteRow revoked(Instant now) {
        return new InviteRow(inviteHash, maxUses, expiresAt, createdBy, createdAt, now, usesErased, cohortId);
    }

    /// As when the account is erased, or was already: its use of the invite counts all the same.
    InviteRow erasing(String userId) {
        var digests = new TreeSet<>(erasedUses());
        digests.add(digest(userId));
        return new InviteRow(
                inviteHash, maxUses, expiresAt, createdBy, createdAt, revokedAt, String.join(" ", digests), cohortId);
    }

    private Set<String> erasedUses() {
        return usesErased == null ? Set.of() : Set.of(usesErased.split(" ", -1));
    }

    private static String digest(String userId) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(userId.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
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
        var uses = new HashSet<>(erasedUses());
        users.select(UserRow.BY_INVITE, inviteHash).forEach(user -> uses.add(digest(user.userId())));
        return uses.size();
    }
}
