package training.powerbi.server.account.throttle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;
import training.powerbi.server.web.http.Network;

/// Limits wrong guesses at passwords, refresh tokens and invites: 5 a minute per account and 100 a minute per
/// network address (a whole class may sit behind one). Only failures count.
///
/// Whoever used up his failures is refused without a look at what he brings, right or wrong: an answer that
/// depended on it would let him go on guessing. The minute starts with the first failure and ends by itself.
@Component
public class FailureThrottle {
    static final int PER_ACCOUNT = 5;
    static final int PER_ADDRESS = 100;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int REMEMBERED = 50_000;
    private static final Set<ErrorCode> FAILURES = EnumSet.of(
            ErrorCode.INVALID_CREDENTIALS,
            ErrorCode.UNAUTHENTICATED,
            ErrorCode.REGISTRATION_CLOSED,
            ErrorCode.EMAIL_TAKEN);

    private final Cache<String, Bucket> accounts = cache();
    private final Cache<String, Bucket> addresses = cache();
    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(256).toArray(ReentrantLock[]::new);
    private final WallTime time;

    FailureThrottle(Clock clock) {
        this.time = new WallTime(clock);
    }

    /// Runs the check unless the address or the account has failed too often.
    ///
    /// @param account whose secret is guessed, in one spelling; null when the secret itself tells
    /// @throws PortalException TOO_MANY_REQUESTS, or what the check throws
    public <T> T guard(String address, @Nullable String account, Supplier<T> check) {
        var network = Network.of(address);
        refuseIfEmpty(addresses.getIfPresent(network));
        if (account == null) {
            return counted(network, null, check);
        }
        // One check at a time per account: a thousand guesses at once are still five.
        var lock = locks[Math.floorMod(account.hashCode(), locks.length)];
        lock.lock();
        try {
            refuseIfEmpty(accounts.getIfPresent(account));
            return counted(network, account, check);
        } finally {
            lock.unlock();
        }
    }

    private <T> T counted(String network, @Nullable String account, Supplier<T> check) {
        try {
            return check.get();
        } catch (PortalException e) {
            if (FAILURES.contains(e.code())) {
                addresses.get(network, key -> bucket(PER_ADDRESS)).tryConsume(1);
                if (account != null) {
                    accounts.get(account, key -> bucket(PER_ACCOUNT)).tryConsume(1);
                }
            }
            throw e;
        }
    }

    private static void refuseIfEmpty(@Nullable Bucket failures) {
        if (failures == null) {
            return;
        }
        var probe = failures.estimateAbilityToConsume(1);
        if (!probe.canBeConsumed()) {
            var seconds = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
            throw PortalException.tooManyRequests(
                    "Too many failed attempts; try again in " + seconds + " seconds.", seconds);
        }
    }

    private Bucket bucket(int failures) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(failures).refillIntervally(failures, WINDOW))
                .withCustomTimePrecision(time)
                .build();
    }

    private static Cache<String, Bucket> cache() {
        return Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterAccess(WINDOW.multipliedBy(2))
                .build();
    }
}
