package training.powerbi.server.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import training.powerbi.model.error.PortalException;

/// So many of something in a time, for each of those who are told apart by a key. The time starts with the first and
/// ends by itself. What is remembered is bounded. Safe for use by many threads.
public final class Allowance {
    private static final int REMEMBERED = 50_000;

    private final int most;
    private final Duration window;
    private final WallTime time;
    private final Cache<String, Bucket> used;

    /// An allowance of its own.
    public Allowance(int most, Duration window, Clock clock) {
        this.most = most;
        this.window = window;
        this.time = new WallTime(clock);
        this.used = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterAccess(window.multipliedBy(2))
                .build();
    }

    /// Returns while there is some left.
    ///
    /// @param reason begins the sentence that tells when to come back
    /// @throws PortalException TOO_MANY_REQUESTS
    public void require(String key, String reason) {
        var bucket = used.getIfPresent(key);
        if (bucket != null) {
            var probe = bucket.estimateAbilityToConsume(1);
            if (!probe.canBeConsumed()) {
                throw spent(reason, probe.getNanosToWaitForRefill());
            }
        }
    }

    public void spend(String key) {
        bucket(key).tryConsume(1);
    }

    /// Spends one if there is one.
    ///
    /// @throws PortalException TOO_MANY_REQUESTS
    public void take(String key, String reason) {
        var probe = bucket(key).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw spent(reason, probe.getNanosToWaitForRefill());
        }
    }

    /// For what was taken and came to nothing.
    public void giveBack(String key) {
        bucket(key).addTokens(1);
    }

    private Bucket bucket(String key) {
        return used.get(
                key,
                _ -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(most).refillIntervally(most, window))
                        .withCustomTimePrecision(time)
                        .build());
    }

    private static PortalException spent(String reason, long nanos) {
        var seconds = Duration.ofNanos(nanos).toSeconds() + 1;
        return PortalException.tooManyRequests(reason + "; try again in " + seconds + " seconds.", seconds);
    }
}
