package training.powerbi.server.account.session;

import java.time.Instant;
import training.powerbi.server.lakehouse.Index;
import training.powerbi.server.lakehouse.TableDefinition;

/// A row of `sessions`: one sign-in and the refresh token that continues it. Without a row the session is over.
///
/// @param tokenHash of the only refresh token that still works
/// @param createdAt when the password was asked for
record SessionRow(
        String sessionId, String userId, String tokenHash, Instant createdAt, Instant rotatedAt, Instant expiresAt) {

    static final Index<SessionRow> BY_USER = new Index<>("user", SessionRow::userId);
    static final TableDefinition<String, SessionRow> DEFINITION = TableDefinition.of(
                    "sessions", SessionRow.class, SessionRow::sessionId)
            .indexed(BY_USER)
            .withoutStatistics();

    SessionRow rotated(String newHash, Instant now, Instant newExpiry) {
        return new SessionRow(sessionId, userId, newHash, createdAt, now, newExpiry);
    }

    boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    Session session() {
        return new Session(sessionId, userId, createdAt, rotatedAt, expiresAt);
    }
}
