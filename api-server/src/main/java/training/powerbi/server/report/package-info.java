/// Reports that are read from the SQL endpoint of a lakehouse in Fabric: what other programs see of the portal's
/// tables.
@NullMarked
@ApplicationModule(allowedDependencies = {"csv", "lakehouse"})
package training.powerbi.server.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
