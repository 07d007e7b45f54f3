/// Hot streams of events with a bounded buffer per subscriber.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package training.powerbi.server.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
