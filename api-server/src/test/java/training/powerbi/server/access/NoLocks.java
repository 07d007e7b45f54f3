package training.powerbi.server.access;

import java.time.Clock;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.model.AccessDecision;
import training.powerbi.server.account.Accounts;

/// Not a scanned configuration: a mutant of the server in which the rule of visibility is gone: tests of the rule must
/// fail on it.
public class NoLocks {

    @Bean
    @Primary
    DayAccess everythingIsOpen(
            DayStates states, DeltaTable<String, OverrideRow> overrides, Accounts accounts, Clock clock) {
        return new DayAccess(states, overrides, accounts, clock) {
            @Override
            public Access decide(Perspective who, DayState day) {
                return new Access(AccessDecision.UNLOCKED, Instant.EPOCH, null, null);
            }
        };
    }
}
