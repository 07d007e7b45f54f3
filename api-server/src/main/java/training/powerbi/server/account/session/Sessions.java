package training.powerbi.server.account.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.TableSnapshot;
import training.powerbi.lakehouse.Verdict;
import training.powerbi.model.error.PortalException;

/// Sessions as rows of a Delta table: they survive restarts, and every method returns once its effect is
/// durable.
@Component
public class Sessions {
    private static final Duration LIFE = Duration.ofDays(30);
    /// How long a used token still helps whoever lost the answer that it brought.
    static final Duration GRACE = Duration.ofSeconds(30);
    /// More answers than anyone loses in that time; keeps a row small.
    static final int MAX_SIBLINGS = 50;
    /// More than any person has; keeps one account from filling the table.
    private static final int MAX_PER_USER = 1000;

    private final DeltaTable<String, SessionRow> table;
    private final Clock clock;

    Sessions(DeltaTable<String, SessionRow> table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /// Begins a session.
    ///
    /// @param since when the user's password was read; a password changed after that ends the session
    public Grant open(String userId, Instant since) {
        var token = RefreshToken.first();
        var now = clock.instant();
        var row = SessionRow.first(token, userId, since, now, now.plus(LIFE));
        table.update(sessions -> new Verdict<>(List.of(row), surplus(sessions, userId, now), List.of(), row));
        return new Grant(row.session(), token.text());
    }

    /// The session as it is now; empty when it is over.
    public Optional<Session> find(String sessionId) {
        return table.snapshot().find(sessionId).map(SessionRow::session);
    }

    /// Takes in what other servers know of sessions by now.
    public void catchUp() {
        table.newest();
    }

    /// The sessions of a user that are not over.
    public List<Session> of(String userId) {
        var now = clock.instant();
        return table.snapshot().select(SessionRow.BY_USER, userId).stream()
                .filter(row -> !row.expired(now))
                .map(SessionRow::session)
                .toList();
    }

    /// How many rows a user has, of sessions that are over too.
    public int count(String userId) {
        return table.snapshot().select(SessionRow.BY_USER, userId).size();
    }

    /// Trades the refresh token for one of the next generation. When the answer with that one was lost, the
    /// token before it goes on working for a while, and gives another token of the same generation. Any other
    /// token of the session has two holders, one of them a thief: the session ends for both.
    ///
    /// @throws PortalException TOO_MANY_REQUESTS when one token was traded again and again
    public Optional<Grant> rotate(String refreshToken) {
        var token = RefreshToken.parse(refreshToken);
        if (token.isEmpty()) {
            return Optional.empty();
        }
        var old = token.get();
        var next = old.next();
        return table.update(sessions -> traded(sessions, old, next))
                .answer()
                .map(session -> new Grant(session, next.text()));
    }

    private Verdict<String, SessionRow, Optional<Session>> traded(
            TableSnapshot<String, SessionRow> sessions, RefreshToken old, RefreshToken next) {
        var found = sessions.find(old.sessionId());
        if (found.isEmpty()) {
            return Verdict.unchanged(Optional.empty());
        }
        var row = found.get();
        var now = clock.instant();
        if (!row.expired(now) && row.current(old)) {
            return granted(row.rotated(next.hash(), now, now.plus(LIFE)));
        }
        if (!row.expired(now)
                && row.previous(old)
                && !now.isAfter(row.rotatedAt().plus(GRACE))) {
            if (row.siblings() >= MAX_SIBLINGS) {
                throw PortalException.tooManyRequests(
                        "This refresh_token was exchanged too often; use the newest one you got.", GRACE.toSeconds());
            }
            return granted(row.withSibling(next.hash()));
        }
        return new Verdict<>(List.of(), List.of(row.sessionId()), List.of(), Optional.empty());
    }

    private static Verdict<String, SessionRow, Optional<Session>> granted(SessionRow row) {
        return new Verdict<>(List.of(row), List.of(), List.of(), Optional.of(row.session()));
    }

    /// The session a refresh token belongs to, used up or not.
    public Optional<String> sessionIdOf(String refreshToken) {
        return RefreshToken.parse(refreshToken).map(RefreshToken::sessionId);
    }

    public void end(String sessionId) {
        table.update(sessions -> {
            var there = sessions.find(sessionId).isPresent();
            return new Verdict<>(List.of(), there ? List.of(sessionId) : List.of(), List.of(), there);
        });
    }

    /// Ends all of a user's sessions but one.
    public void endAll(String userId, @Nullable String except) {
        table.update(sessions -> {
            var ids = sessions.select(SessionRow.BY_USER, userId).stream()
                    .map(SessionRow::sessionId)
                    .filter(id -> !id.equals(except))
                    .toList();
            return new Verdict<>(List.of(), ids, List.of(), ids.size());
        });
    }

    private static List<String> surplus(TableSnapshot<String, SessionRow> sessions, String userId, Instant now) {
        var rows = sessions.select(SessionRow.BY_USER, userId).stream()
                .sorted(Comparator.comparing(SessionRow::rotatedAt).reversed())
                .toList();
        return IntStream.range(0, rows.size())
                .filter(i -> i >= MAX_PER_USER - 1 || rows.get(i).expired(now))
                .mapToObj(i -> rows.get(i).sessionId())
                .toList();
    }
}
