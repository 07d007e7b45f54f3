package training.powerbi.server.account.session;

import java.time.Instant;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.Index;
import training.powerbi.lakehouse.TableDefinition;

/// A row of `sessions`: one sign-in and the refresh tokens that continue it. Without a row the session is over.
///
/// @param tokenHash of the first token of the generation that works now
/// @param createdAt when the password was asked for
/// @param rotatedAt when that generation began
/// @param siblingHashes of further tokens of that generation, for whoever lost the answer with the first; null when
///     nobody did
/// @param previousHashes of the tokens of the generation before; null when there is none
@Value.Builder
record SessionRow(
        String sessionId,
        String userId,
        String tokenHash,
        Instant createdAt,
        Instant rotatedAt,
        Instant expiresAt,
        @Nullable String siblingHashes,
        @Nullable String previousHashes)
        implements WithSessionRow {

    static final Index<SessionRow> BY_USER = new Index<>("user", SessionRow::userId);
    static final TableDefinition<String, SessionRow> DEFINITION = TableDefinition.of(
                    "sessions", SessionRow.class, SessionRow::sessionId)
            .indexed(BY_USER)
            .withoutStatistics()
            .withoutNotes()
            .journaled(SessionRow::merged);

    private static final String SEPARATOR = " ";

    static SessionRow first(RefreshToken token, String userId, Instant since, Instant now, Instant expiry) {
        return new SessionRowBuilder()
                .sessionId(token.sessionId())
                .userId(userId)
                .tokenHash(token.hash())
                .createdAt(since)
                .rotatedAt(now)
                .expiresAt(expiry)
                .build();
    }

    /// The next generation begins.
    SessionRow rotated(String newHash, Instant now, Instant newExpiry) {
        var used = siblingHashes == null ? tokenHash : tokenHash + SEPARATOR + siblingHashes;
        return withTokenHash(newHash)
                .withRotatedAt(now)
                .withExpiresAt(newExpiry)
                .withSiblingHashes(null)
                .withPreviousHashes(used);
    }

    /// One more token of the same generation.
    SessionRow withSibling(String newHash) {
        return withSiblingHashes(siblingHashes == null ? newHash : siblingHashes + SEPARATOR + newHash);
    }

    boolean current(RefreshToken token) {
        return token.hashesTo(tokenHash) || among(siblingHashes, token);
    }

    boolean previous(RefreshToken token) {
        return among(previousHashes, token);
    }

    int siblings() {
        return split(siblingHashes).size();
    }

    private static boolean among(@Nullable String hashes, RefreshToken token) {
        return split(hashes).stream().anyMatch(token::hashesTo);
    }

    /// What happened here while the store was away meets what happened there. An end is an end, wherever. Two who
    /// continued one session hold two tokens: the later stays good, and the other's next use ends the session, as
    /// that of a stolen one does.
    private static @Nullable SessionRow merged(
            @Nullable SessionRow before, @Nullable SessionRow after, @Nullable SessionRow now) {
        if (after == null || now == null) {
            return null;
        }
        return after.rotatedAt().isBefore(now.rotatedAt()) ? now : after;
    }

    private static List<String> split(@Nullable String hashes) {
        return hashes == null ? List.of() : List.of(hashes.split(SEPARATOR));
    }

    boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    Session session() {
        return new Session(sessionId, userId, createdAt, rotatedAt, expiresAt);
    }
}
