/// Numbers over all features.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"account", "curriculum", "lakehouse", "progress", "recording", "transfer", "web"})
package training.powerbi.server.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
