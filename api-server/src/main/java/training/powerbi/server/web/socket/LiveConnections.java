package training.powerbi.server.web.socket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import training.powerbi.server.web.http.TokenCheck;

/// Every open socket and stream. Once a second each one's token is looked at as if a request had brought it:
/// whoever would be refused, or would come with other rights, is cut off. A request may be up to a minute
/// late for clock skew; a connection ends when its token says so, because its client can fetch a new one.
@Component
class LiveConnections implements SmartLifecycle {
    static final int MOST_PER_USER = 10;
    private static final Logger LOG = LoggerFactory.getLogger(LiveConnections.class);
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final TokenCheck tokens;
    private final Clock clock;
    private final List<Consumer<Instant>> looks = new CopyOnWriteArrayList<>();
    private final Set<LiveConnection> open = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> perUser = new ConcurrentHashMap<>();
    private volatile boolean stopping;
    private @Nullable ScheduledExecutorService heart;
    private @Nullable Future<?> beat;

    LiveConnections(TokenCheck tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /// Has something else looked at, too, once a second.
    void eachBeat(Consumer<Instant> look) {
        looks.add(look);
    }

    /// False when the user has [#MOST_PER_USER] connections already.
    boolean add(LiveConnection connection) {
        int count = perUser.merge(connection.userId(), 1, Integer::sum);
        if (count > MOST_PER_USER) {
            release(connection.userId());
            return false;
        }
        open.add(connection);
        if (stopping) {
            end(connection, LiveConnection.Reason.SERVER_STOPS);
        }
        return true;
    }

    void remove(LiveConnection connection) {
        if (open.remove(connection)) {
            release(connection.userId());
        }
    }

    private void release(String userId) {
        perUser.computeIfPresent(userId, (_, count) -> count > 1 ? count - 1 : null);
    }

    int size() {
        return open.size();
    }

    boolean hasAdmin() {
        return open.stream().anyMatch(connection -> connection.authorities().contains("ROLE_ADMIN"));
    }

    private void beat() {
        check();
        looks.forEach(look -> look.accept(clock.instant()));
    }

    void check() {
        Instant now = clock.instant();
        Map<String, List<LiveConnection>> byToken = new HashMap<>();
        for (LiveConnection connection : open) {
            byToken.computeIfAbsent(connection.token(), _ -> new ArrayList<>()).add(connection);
        }
        byToken.forEach((token, connections) -> {
            try {
                check(token, connections, now);
            } catch (RuntimeException e) {
                // One token's trouble must not keep the others from being looked at.
                LOG.error("A connection's token could not be checked", e);
            }
        });
    }

    private void check(String token, List<LiveConnection> connections, Instant now) {
        Authentication fresh;
        try {
            fresh = tokens.authenticate(token);
        } catch (AuthenticationServiceException e) {
            // Nobody can tell now; the next beat asks again, and the token's own end holds anyway.
            connections.stream().filter(connection -> connection.isExpired(now)).forEach(this::tokenEnded);
            return;
        } catch (AuthenticationException e) {
            connections.forEach(this::tokenEnded);
            return;
        }
        connections.stream()
                .filter(connection -> connection.isExpired(now) || !connection.matches(fresh))
                .forEach(this::tokenEnded);
    }

    private void tokenEnded(LiveConnection connection) {
        end(connection, LiveConnection.Reason.TOKEN_ENDED);
    }

    private void end(LiveConnection connection, LiveConnection.Reason reason) {
        remove(connection);
        connection.end().because(reason);
    }

    @Override
    public void start() {
        stopping = false;
        heart = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("live-connections").factory());
        beat = heart.scheduleWithFixedDelay(this::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        // Before those that are open are ended: one that opens now ends by itself, and holds up no stop.
        stopping = true;
        if (heart != null && beat != null) {
            beat.cancel(false);
            heart.shutdownNow();
            heart = null;
        }
        open.forEach(connection -> end(connection, LiveConnection.Reason.SERVER_STOPS));
    }

    @Override
    public boolean isRunning() {
        return heart != null;
    }
}
