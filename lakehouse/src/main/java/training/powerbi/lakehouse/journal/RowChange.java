package training.powerbi.lakehouse.journal;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.TableDefinition.Merge;

/// What became of one row while the store was away.
///
/// @param before null when there was none
/// @param after null when it was deleted
record RowChange<R extends Record>(
        @Nullable R before, @Nullable R after) {

    /// The row as it shall be, where it is `now` in the store.
    @Nullable
    R over(@Nullable R now, Merge<R> merge) {
        if (Objects.equals(now, before)) {
            return after;
        }
        return Objects.equals(now, after) ? now : merge.merge(before, after, now);
    }

    /// This change and a later one of the same row.
    RowChange<R> then(@Nullable R later) {
        return new RowChange<>(before, later);
    }

    boolean isNothing() {
        return Objects.equals(before, after);
    }
}
