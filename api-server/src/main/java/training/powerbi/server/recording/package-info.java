/// Recordings of the sessions: addresses, titles, lengths, views.
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "account", "audit", "curriculum", "lakehouse", "live", "store"})
package training.powerbi.server.recording;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
