package training.powerbi.server.upkeep;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Where the running portal writes backups.
///
/// @param directory only the operator says where: an admin must not have the portal write elsewhere on its machine
@ConfigurationProperties("portal.backup")
record BackupProperties(@Nullable Path directory) {}
