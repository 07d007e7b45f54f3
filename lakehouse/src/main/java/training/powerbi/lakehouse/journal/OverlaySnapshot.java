package training.powerbi.lakehouse.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.Index;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.lakehouse.TableDefinition.Merge;
import training.powerbi.lakehouse.TableSnapshot;

/// A table's rows with the changes that the store does not have yet. Its version is the store's.
record OverlaySnapshot<K, R extends Record>(
        TableDefinition<K, R> definition, Merge<R> merge, TableSnapshot<K, R> stored, Overlay<K, R> overlay)
        implements TableSnapshot<K, R> {

    @Override
    public long version() {
        return stored.version();
    }

    @Override
    public Optional<R> find(K key) {
        return Optional.ofNullable(row(key));
    }

    private @Nullable R row(K key) {
        return overlay.row(key, stored.find(key).orElse(null), merge);
    }

    @Override
    public List<R> select(Index<R> index, Object value) {
        var rows = new ArrayList<R>();
        stored.select(index, value).stream().filter(this::untouched).forEach(rows::add);
        changed().filter(row -> value.equals(index.value().apply(row))).forEach(rows::add);
        return rows;
    }

    @Override
    public Stream<R> rows() {
        return Stream.concat(stored.rows().filter(this::untouched), changed());
    }

    @Override
    public int size() {
        var there = overlay.changes().keySet().stream()
                .filter(key -> stored.find(key).isPresent())
                .count();
        return Math.toIntExact(stored.size() - there + changed().count());
    }

    private boolean untouched(R row) {
        return !overlay.changes().containsKey(definition.key().apply(row));
    }

    private Stream<R> changed() {
        return overlay.changes().keySet().stream().map(this::row).filter(Objects::nonNull);
    }
}
