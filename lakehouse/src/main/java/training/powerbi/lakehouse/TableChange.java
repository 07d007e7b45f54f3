package training.powerbi.lakehouse;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows that one version changed.
///
/// @param foreign whether another program committed it
public record TableChange<K, R extends Record>(long version, boolean foreign, List<Row<K, R>> rows) {

    /// `before` is null for a new row, `after` for a deleted one.
    public record Row<K, R extends Record>(
            K key, @Nullable R before, @Nullable R after) {}
}
