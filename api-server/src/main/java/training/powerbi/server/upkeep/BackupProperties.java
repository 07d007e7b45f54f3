package training.powerbi.server.upkeep;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import training.powerbi.model.error.PortalException;

/// Where the running portal writes backups.
///
/// @param directory only the operator says where: an admin must not have the portal write elsewhere on its machine
/// @param keep how many backups stay in the folder, the newest; 0 for all
@ConfigurationProperties("portal.backup")
record BackupProperties(@Nullable Path directory, int keep) {

    BackupProperties {
        if (keep < 0) {
            throw PortalException.badInput(
                    "PORTAL_BACKUP_KEEP", "PORTAL_BACKUP_KEEP is how many backups stay, such as 7, or 0 for all.");
        }
    }
}
