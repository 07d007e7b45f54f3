package training.powerbi.lakehouse.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import training.powerbi.lakehouse.Index;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.lakehouse.TableSnapshot;

record MemorySnapshot<K, R extends Record>(TableDefinition<K, R> definition, long version, Map<K, R> byKey)
        implements TableSnapshot<K, R> {

    @Override
    public Optional<R> find(K key) {
        return Optional.ofNullable(byKey.get(key));
    }

    @Override
    public List<R> select(Index<R> index, Object value) {
        if (!definition.indexes().contains(index)) {
            throw new IllegalArgumentException(definition.name() + " has no index " + index.name());
        }
        return rows().filter(row -> value.equals(index.value().apply(row))).toList();
    }

    @Override
    public Stream<R> rows() {
        return byKey.values().stream();
    }

    @Override
    public int size() {
        return byKey.size();
    }
}
