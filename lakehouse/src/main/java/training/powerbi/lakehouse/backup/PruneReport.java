package training.powerbi.lakehouse.backup;

/// What became of older backups.
///
/// @param kept how many there are now
/// @param backups how many were dropped
/// @param files how many were removed that no backup needs any more
/// @param bytes of those files
public record PruneReport(int kept, int backups, int files, long bytes) {}
