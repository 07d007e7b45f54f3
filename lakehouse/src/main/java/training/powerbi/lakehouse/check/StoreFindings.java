package training.powerbi.lakehouse.check;

import java.time.Instant;
import java.util.List;

/// What a look at the whole store found.
///
/// @param at when it began
/// @param commits entries of logs read
/// @param dataFiles files with rows read to their ends
/// @param blobs files beside the tables that rows name, read to their ends
/// @param bytes of what was read
public record StoreFindings(
        Instant at, int tables, int commits, int checkpoints, int dataFiles, int blobs, long bytes, List<Finding> all) {

    public StoreFindings {
        all = List.copyOf(all);
    }

    /// Whether nothing is damaged and nothing missing.
    public boolean isSound() {
        return all.stream().noneMatch(Finding::isHarm);
    }
}
