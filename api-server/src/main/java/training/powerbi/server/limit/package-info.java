/// How much anyone may do in a time.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package training.powerbi.server.limit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
