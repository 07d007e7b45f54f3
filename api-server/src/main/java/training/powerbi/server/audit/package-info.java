/// The log of what admins changed, derived from the commits themselves.
@NullMarked
@ApplicationModule(allowedDependencies = {"digest", "lakehouse", "lakehouse :: check", "store"})
package training.powerbi.server.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
