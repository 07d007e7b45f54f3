package training.powerbi.server.account.erasure;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.User;

/// What erasing someone would do.
///
/// @param auditEntries entries of the audit log about them, which stay, with nobody's name
/// @param goneAt when the last byte would be gone from the store's history
/// @param backupFolder where backups are that are not touched; null when the portal has no folder for them
/// @param obstacle why it would be refused; null when it would not
public record ErasurePreview(
        User user,
        List<ErasedRows> tables,
        int auditEntries,
        Instant goneAt,
        @Nullable String backupFolder,
        @Nullable String obstacle) {}
