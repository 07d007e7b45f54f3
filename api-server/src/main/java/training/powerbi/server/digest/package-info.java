/// Checksums, which many modules take and none should have its own way to.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package training.powerbi.server.digest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
