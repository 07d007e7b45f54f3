package training.powerbi.server.lakehouse.kernel;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import training.powerbi.server.lakehouse.Index;
import training.powerbi.server.lakehouse.TableDefinition;
import training.powerbi.server.lakehouse.TableSnapshot;

/// A table at one version: its rows, and the files they came from.
///
record TableState<K, R extends Record>(
        TableDefinition<K, R> definition,
        long version,
        RowMap<K, R> rowMap,
        List<RowIndex<K, R>> indexes,
        Layout<R> layout)
        implements TableSnapshot<K, R> {

    static <K, R extends Record> TableState<K, R> empty(TableDefinition<K, R> definition) {
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

    StateEdit<K, R> edit() {
        return new StateEdit<>(this, true);
    }

    /// An edit for filling a table; it does not know what changed.
    StateEdit<K, R> filling() {
        return new StateEdit<>(this, false);
    }

    static IllegalArgumentException noIndex(TableDefinition<?, ?> definition, Index<?> index) {
        return new IllegalArgumentException("Table " + definition.name() + " has no index " + index.name());
    }
}
