package training.powerbi.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.Role;

/// An account as a trainer sees it.
///
/// @param cohortId the run of the course a student takes part in; null for main and for trainers
public record PersonAccount(
        String userId,
        String email,
        @Nullable String displayName,
        Role role,
        boolean isActive,
        Instant createdAt,
        @Nullable Instant lastLogin,
        @Nullable String cohortId) {

    /// The name to show.
    public String name() {
        return displayName == null || displayName.isBlank() ? email : displayName;
    }

    /// How many rows of a table are a person's.
    public record Rows(String table, int rows) {}

    /// What erasing a person would do.
    ///
    /// @param auditEntries entries of the audit log about them, which stay without their name
    /// @param goneAt when the last byte would be gone from the store's history
    /// @param backupFolder where backups are, which are not touched; null where there is no folder for them
    /// @param obstacle why it would be refused; null when it would not
    public record ErasurePreview(
            List<Rows> tables,
            int auditEntries,
            Instant goneAt,
            @Nullable String backupFolder,
            @Nullable String obstacle) {}

    /// A person who was erased.
    public record Erased(
            String userId, Instant goneAt, @Nullable String backupFolder) {}
}
