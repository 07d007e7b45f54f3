/// What students have seen, and where they stopped.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "account",
            "audit",
            "curriculum",
            "lakehouse",
            "limit",
            "live",
            "recording",
            "start",
            "store"
        })
package training.powerbi.server.progress;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
