package training.powerbi.lakehouse;

import org.jspecify.annotations.Nullable;

/// How a row that was changed while the store was away meets what has become of it there meanwhile.
///
/// The same change may be brought again, when a server died before it knew that it had been brought: of what it made
/// it must then make the same.
@FunctionalInterface
public interface Merge<R extends Record> {

    /// The row as it shall be; null for none.
    ///
    /// @param before the row that was changed; null when there was none
    /// @param after what it was changed to; null when it was deleted
    /// @param now the row as it is in the store, another than both; null when there is none
    @Nullable
    R merge(@Nullable R before, @Nullable R after, @Nullable R now);
}
