/// Files for spreadsheets, which more than one module writes.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package training.powerbi.server.csv;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
