package training.powerbi.server.account.erasure;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Someone who was erased.
///
/// @param goneAt when the last byte is gone from the store's history
/// @param backupFolder where backups are that were not touched; null when the portal has no folder for them
public record Erasure(
        String userId,
        List<ErasedRows> tables,
        Instant erasedAt,
        Instant goneAt,
        @Nullable String backupFolder) {}
