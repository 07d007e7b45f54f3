/// The bytes of recordings: upload, safe keeping, and play behind the lock.
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
            "recording",
            "transfer"
        })
package training.powerbi.server.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
