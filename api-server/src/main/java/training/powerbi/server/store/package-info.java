/// Opens the store as the portal's settings say, counts its commits, and hands it to the features.
@NullMarked
@ApplicationModule(allowedDependencies = {"lakehouse", "lakehouse :: copy", "lakehouse :: open"})
package training.powerbi.server.store;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
