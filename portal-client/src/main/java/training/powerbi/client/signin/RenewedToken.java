package training.powerbi.client.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.SignedOutException;

/// An access token that is renewed before it ends. However many threads ask, it is renewed once; and whoever gives up
/// waiting does not break the renewal off, for half a renewal may cost the session.
public final class RenewedToken {
    private static final Duration LEAST = Duration.ofSeconds(30);

    private final Clock clock;
    private final Renewal renewal;
    private @Nullable Fresh current;
    private boolean refused;
    private boolean ended;
    private @Nullable CompletableFuture<String> coming;

    /// A token and when it ends.
    public record Fresh(String token, Instant expiresAt) {
        @Override
        public String toString() {
            return "Fresh[" + expiresAt + ']';
        }
    }

    /// Gets the next token.
    public interface Renewal {
        /// Brings a new one.
        ///
        /// @param refused whether the last one was refused, although it should hold
        /// @throws SignedOutException when only a new sign-in can help
        Fresh renew(boolean refused);
    }

    public RenewedToken(Clock clock, Fresh current, Renewal renewal) {
        this.clock = clock;
        this.current = current;
        this.renewal = renewal;
    }

    /// A token that holds for at least half a minute; blocks while it is renewed.
    ///
    /// @throws SignedOutException when only a new sign-in can help
    public String get() {
        CompletableFuture<String> awaited;
        synchronized (this) {
            if (ended) {
                throw signedOut(null);
            }
            var known = current;
            if (known != null && !refused && holds(known)) {
                return known.token();
            }
            if (coming == null) {
                coming = CompletableFuture.supplyAsync(
                        this::renew,
                        work -> Thread.ofVirtual().name("token-renewal").start(work));
            }
            awaited = coming;
        }
        return await(awaited);
    }

    private boolean holds(Fresh token) {
        return clock.instant().plus(LEAST).isBefore(token.expiresAt());
    }

    private String renew() {
        boolean wasRefused;
        synchronized (this) {
            wasRefused = refused;
        }
        try {
            var fresh = renewal.renew(wasRefused);
            synchronized (this) {
                current = fresh;
                refused = false;
            }
            return fresh.token();
        } catch (SignedOutException over) {
            end();
            throw over;
        } finally {
            synchronized (this) {
                coming = null;
            }
        }
    }

    private static String await(CompletableFuture<String> awaited) {
        try {
            return awaited.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            var cancelled = new CancellationException("The request was given up");
            cancelled.initCause(interrupted);
            throw cancelled;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof SignedOutException over) {
                throw signedOut(over);
            }
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException("The token could not be renewed", failed);
        }
    }

    /// It was refused although it should hold: the next is asked for.
    public synchronized void refuse(String token) {
        if (current != null && current.token().equals(token)) {
            refused = true;
        }
    }

    /// No more tokens from now on.
    public synchronized void end() {
        ended = true;
        current = null;
    }

    /// What is thrown once the session is over.
    public static SignedOutException signedOut(@Nullable Throwable cause) {
        var sentence = "Your session has ended. Sign in again; nothing you queued is lost.";
        return cause == null ? new SignedOutException(sentence) : new SignedOutException(sentence, cause);
    }
}
