package training.powerbi.lakehouse;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What health shows of the store.
///
/// @param kind `local`, `onelake` or `mirror`
/// @param problems sentences about rows skipped or writes failing; empty when all is well
/// @param rows row count by table
public record StoreStatus(
        String kind,
        boolean writable,
        @Nullable Instant lastCommitAt,
        List<String> problems,
        Map<String, Integer> rows) {

    /// `ok`, `degraded` (works, with problems) or `unavailable` (cannot write).
    public String word() {
        if (!writable) {
            return "unavailable";
        }
        return problems.isEmpty() ? "ok" : "degraded";
    }

    /// The store is away, and what is read is what was known of it last.
    ///
    /// @param asOf when that was
    /// @param age how long ago that is
    /// @param reason a sentence about why
    /// @param waiting changes that are kept on this server until the store is back
    public record Staleness(Instant asOf, Duration age, String reason, int waiting) {}
}
