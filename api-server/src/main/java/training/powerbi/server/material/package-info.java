/// Slides and resource files of the days: upload, safe keeping, and delivery behind the lock.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "access",
            "account",
            "audit",
            "curriculum",
            "digest",
            "lakehouse",
            "limit",
            "transfer",
            "start",
            "store"
        })
package training.powerbi.server.material;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
