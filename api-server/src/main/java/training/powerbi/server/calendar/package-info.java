/// Sessions as a calendar that other programs subscribe to.
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "account", "curriculum", "lakehouse", "limit"})
package training.powerbi.server.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
