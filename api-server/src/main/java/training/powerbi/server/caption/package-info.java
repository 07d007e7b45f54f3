/// Captions of recordings: WebVTT files, delivered behind the lock, and the search in them.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"access", "account", "audit", "curriculum", "lakehouse", "recording", "start", "store"})
package training.powerbi.server.caption;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
