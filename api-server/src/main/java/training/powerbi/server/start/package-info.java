/// What comes first when the portal starts.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package training.powerbi.server.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
