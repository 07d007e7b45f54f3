package training.powerbi.server.account.throttle;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import training.powerbi.server.limit.Allowance;
import training.powerbi.server.limit.Limits;
import training.powerbi.server.limit.Network;

/// Limits what succeeds: new accounts of one network address, sign-ins to one account from one address. Whoever used
/// them up is refused before anything costly is done.
@Component
public class SuccessThrottle {
    private static final Duration WINDOW = Duration.ofHours(1);

    private final Allowance registrations;
    private final Allowance signIns;

    SuccessThrottle(Limits limits, Clock clock) {
        this.registrations = new Allowance(limits.registrationsPerHour(), WINDOW, clock);
        this.signIns = new Allowance(limits.signInsPerHour(), WINDOW, clock);
    }

    /// Makes one new account.
    ///
    /// @param invited such registrations are counted by their invite
    public <T> T registration(String address, boolean invited, Supplier<T> attempt) {
        if (invited) {
            return attempt.get();
        }
        var network = Network.of(address);
        registrations.take(network, "Too many people registered from this network; ask your trainer for an invite");
        try {
            return attempt.get();
        } catch (RuntimeException failed) {
            registrations.giveBack(network);
            throw failed;
        }
    }

    /// For one caller at a time per account, see [FailureThrottle].
    <T> T signIn(String place, Supplier<T> attempt) {
        signIns.require(place, "Too many sign-ins to this account");
        var done = attempt.get();
        signIns.spend(place);
        return done;
    }
}
