/// Files on their way in and out: forms, ranges, pace, limits, and sweeps of what was left over. Knows neither
/// recordings nor slides.
@NullMarked
@ApplicationModule(allowedDependencies = {"lakehouse"})
package training.powerbi.server.transfer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
