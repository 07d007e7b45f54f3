package training.powerbi.lakehouse.files.onelake.identity;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Keeps a token until four fifths of its life are over. While no new one can be had, the old one serves to its end.
final class KeptToken implements AccessTokens {
    /// Where tokens come from.
    interface Source {
        Token ask() throws IOException;
    }

    /// As long as the old one lasts, a directory that does not answer holds up one request in a while, not each.
    private static final Duration HOLD_OFF = Duration.ofSeconds(30);

    private final Source source;
    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Token kept;
    private volatile Instant askAgainAt = Instant.MIN;

    KeptToken(Source source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    @Override
    public String token() throws IOException {
        var known = kept;
        var now = clock.instant();
        if (known != null && now.isBefore(known.renewAt())) {
            return known.value();
        }
        // While one asks, the others go on with the old one as long as it lasts.
        if (known != null && now.isBefore(known.expires()) && (asking.isLocked() || now.isBefore(askAgainAt))) {
            return known.value();
        }
        asking.lock();
        try {
            return renewed();
        } finally {
            asking.unlock();
        }
    }

    private String renewed() throws IOException {
        var known = kept;
        var now = clock.instant();
        if (known != null && now.isBefore(known.renewAt())) {
            return known.value();
        }
        try {
            var fresh = source.ask();
            kept = fresh;
            return fresh.value();
        } catch (IOException e) {
            askAgainAt = clock.instant().plus(HOLD_OFF);
            if (known != null && now.isBefore(known.expires())) {
                return known.value();
            }
            throw e;
        }
    }

    @Override
    public void refused(String token) {
        asking.lock();
        try {
            var known = kept;
            if (known != null && known.value().equals(token)) {
                kept = null;
            }
        } finally {
            asking.unlock();
        }
    }
}
