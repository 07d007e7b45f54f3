package training.powerbi.server.account.throttle;

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
import training.powerbi.server.limit.Allowance;
import training.powerbi.server.limit.Network;

/// Limits wrong guesses at passwords, refresh tokens and invites: 5 a minute per account and network address, 30 a
/// minute per account over all addresses from which nobody signed in to it lately, 100 a minute per address (a whole
/// class may sit behind one). Only failures count. Strangers use up what strangers have: at the place one signs in
/// from, their guesses are not felt.
///
/// Whoever used up their failures is refused without a look at what they bring, right or wrong: an answer that
/// depended on it would let them go on guessing. The minute starts with the first failure and ends by itself.
@Component
public class FailureThrottle {
    private static final int PER_PLACE = 5;
    private static final int PER_ACCOUNT = 30;
    private static final int PER_ADDRESS = 100;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final String REASON = "Too many failed attempts";
    private static final Set<ErrorCode> FAILURES = EnumSet.of(
            ErrorCode.INVALID_CREDENTIALS,
            ErrorCode.UNAUTHENTICATED,
            ErrorCode.REGISTRATION_CLOSED,
            ErrorCode.EMAIL_TAKEN);

    private final Places known;
    private final SuccessThrottle successes;
    private final Allowance places;
    private final Allowance strangers;
    private final Allowance addresses;
    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(256).toArray(ReentrantLock[]::new);

    FailureThrottle(Places known, SuccessThrottle successes, Clock clock) {
        this.known = known;
        this.successes = successes;
        this.places = new Allowance(PER_PLACE, WINDOW, clock);
        this.strangers = new Allowance(PER_ACCOUNT, WINDOW, clock);
        this.addresses = new Allowance(PER_ADDRESS, WINDOW, clock);
    }

    /// Runs the check unless the address or the account has failed too often.
    ///
    /// @param account whose secret is guessed, in one spelling; null when the secret itself tells
    /// @throws PortalException TOO_MANY_REQUESTS, or what the check throws
    public <T> T guard(String address, @Nullable String account, Supplier<T> check) {
        var network = Network.of(address);
        addresses.require(network, REASON);
        if (account == null) {
            return counted(network, check);
        }
        // One check at a time per account: a thousand guesses at once are still five.
        var lock = locks[Math.floorMod(account.hashCode(), locks.length)];
        lock.lock();
        try {
            return guardAccount(network, account, check);
        } finally {
            lock.unlock();
        }
    }

    /// The same for a check that lets someone in: so many are let in, too, and the place is remembered.
    public <T> T guardSignIn(String address, String account, Supplier<T> check) {
        var signedIn = guard(address, account, () -> successes.signIn(place(account, Network.of(address)), check));
        welcome(address, account);
        return signedIn;
    }

    /// Someone was let in without a guess.
    public void welcome(String address, String account) {
        known.remember(account, Network.of(address));
    }

    private <T> T guardAccount(String network, String account, Supplier<T> check) {
        var place = place(account, network);
        boolean stranger = !known.isFamiliar(account, network);
        places.require(place, REASON);
        if (stranger) {
            strangers.require(account, REASON);
        }
        return counted(network, () -> {
            try {
                return check.get();
            } catch (PortalException e) {
                if (FAILURES.contains(e.code())) {
                    places.spend(place);
                    if (stranger) {
                        strangers.spend(account);
                    }
                }
                throw e;
            }
        });
    }

    private <T> T counted(String network, Supplier<T> check) {
        try {
            return check.get();
        } catch (PortalException e) {
            if (FAILURES.contains(e.code())) {
                addresses.spend(network);
            }
            throw e;
        }
    }

    private static String place(String account, String network) {
        return account + '\n' + network;
    }
}
