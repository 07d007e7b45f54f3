/// The days of the course, and who may see what of them.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"access", "access :: cohort", "account", "audit", "lakehouse", "live", "store"})
package training.powerbi.server.curriculum;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
