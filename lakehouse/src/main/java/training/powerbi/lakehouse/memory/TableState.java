package training.powerbi.lakehouse.memory;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import training.powerbi.lakehouse.Index;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.lakehouse.TableSnapshot;

/// A table at one version: its rows, and the files they came from.
///
public record TableState<K, R extends Record>(
        TableDefinition<K, R> definition,
        long version,
        RowMap<K, R> rowMap,
        List<RowIndex<K, R>> indexes,
        Layout<R> layout)
        implements TableSnapshot<K, R> {

    public static <K, R extends Record> TableState<K, R> empty(TableDefinition<K, R> definition) {
        List<RowIndex<K, R>> indexes = definition.indexes().stream()
                .map(index -> RowIndex.empty(index, definition.key()))
                .toList();
        return new TableState<>(definition, -1, RowMap.empty(definition.key()), indexes, Layout.empty());
    }

    @Override
    public Optional<R> find(K key) {
        return Optional.ofNullable(rowMap.get(key));
    }

    @Override
    public List<R> select(Index<R> index, Object value) {
        for (var known : indexes) {
            if (known.index().equals(index)) {
                return known.select(value);
            }
        }
        throw noIndex(definition, index);
    }

    @Override
    public Stream<R> rows() {
        return rowMap.rows();
    }

    @Override
    public int size() {
        return rowMap.size();
    }

    public StateEdit<K, R> edit() {
        return new StateEdit<>(this, true);
    }

    /// An edit for filling a table; it does not know what changed.
    public StateEdit<K, R> filling() {
        return new StateEdit<>(this, false);
    }

    static IllegalArgumentException noIndex(TableDefinition<?, ?> definition, Index<?> index) {
        return new IllegalArgumentException("Table " + definition.name() + " has no index " + index.name());
    }
}
