/// Looks after the store: backups, from the running portal or from the command line, restores, and a doctor.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "account",
            "audit",
            "curriculum",
            "lakehouse",
            "lakehouse :: backup",
            "lakehouse :: check",
            "lakehouse :: copy",
            "lakehouse :: open",
            "media",
            "start",
            "store"
        })
package training.powerbi.server.upkeep;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
