/// The days of the course, and who may see what of them.
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "account", "audit", "lakehouse", "live", "store"})
package training.powerbi.server.curriculum;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
