/// What the portal keeps about one person, to take away.
@NullMarked
@ApplicationModule(allowedDependencies = {"access :: override", "account", "audit", "csv", "progress"})
package training.powerbi.server.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
