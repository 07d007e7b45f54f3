package training.powerbi.server.account.signin;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.Lakehouse;
import training.powerbi.lakehouse.StoreStatus.Staleness;

/// Tells of when the accounts are that are known here: of now, or of the moment since which the store is away. A
/// password may have been changed elsewhere meanwhile, and ends what was begun with the one before.
@Component
class AccountsClock {
    private final Lakehouse lakehouse;
    private final Clock clock;

    AccountsClock(Lakehouse lakehouse, Clock clock) {
        this.lakehouse = lakehouse;
        this.clock = clock;
    }

    Instant instant() {
        var now = clock.instant();
        return lakehouse
                .staleness()
                .map(Staleness::asOf)
                .filter(asOf -> asOf.isBefore(now))
                .orElse(now);
    }
}
