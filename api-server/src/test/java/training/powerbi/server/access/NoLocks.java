package training.powerbi.server.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import training.powerbi.server.account.Viewer;

/// Not a scanned configuration: a mutant of the server in which the rule of visibility is gone: tests of the rule must
/// fail on it.
public class NoLocks {

    @Bean
    @Primary
    DayAccess everythingIsOpen(DayLocks locks) {
        return new DayAccess(locks) {
            @Override
            public boolean mayOpen(Viewer viewer, DayLock lock) {
                return true;
            }
        };
    }
}
