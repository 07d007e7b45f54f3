/// Numbers over all features.
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "account", "curriculum", "progress", "recording"})
package training.powerbi.server.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
