package training.powerbi.lakehouse;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A table's rows at one version. Immutable.
public interface TableSnapshot<K, R extends Record> {

    /// The Delta version these rows were committed with.
    long version();

    Optional<R> find(K key);

    /// Rows whose index value equals `value`, in no particular order.
    ///
    /// @throws IllegalArgumentException when the table's definition does not list the index
    List<R> select(Index<R> index, Object value);

    /// All rows, in no particular order.
    Stream<R> rows();

    int size();
}
