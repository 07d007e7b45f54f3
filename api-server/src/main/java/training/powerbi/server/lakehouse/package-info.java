/// The only door to storage: tables as immutable in-memory snapshots over Delta Lake files, and one writer
/// per table.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package training.powerbi.server.lakehouse;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
