/// What a client has to know before anyone signs in.
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "curriculum", "lakehouse", "transfer", "web"})
package training.powerbi.server.config;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
