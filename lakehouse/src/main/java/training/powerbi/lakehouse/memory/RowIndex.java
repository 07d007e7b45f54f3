package training.powerbi.lakehouse.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.Index;

/// An immutable secondary look-up.
final class RowIndex<K, R extends Record> {
    private final Index<R> index;
    private final Function<R, K> key;
    private final RowMap<Object, IndexBucket<K, R>> buckets;

    private RowIndex(Index<R> index, Function<R, K> key, RowMap<Object, IndexBucket<K, R>> buckets) {
        this.index = index;
        this.key = key;
        this.buckets = buckets;
    }

    static <K, R extends Record> RowIndex<K, R> empty(Index<R> index, Function<R, K> key) {
        return new RowIndex<>(index, key, RowMap.empty(IndexBucket::value));
    }

    Index<R> index() {
        return index;
    }

    List<R> select(Object value) {
        var bucket = buckets.get(value);
        return bucket == null ? List.of() : bucket.rows();
    }

    Edit edit() {
        return new Edit();
    }

    final class Edit {
        private final RowMap<Object, IndexBucket<K, R>>.Edit edited = buckets.edit();
        // New rows of one value, which come together when a table is loaded: their bucket is made once.
        private final List<R> run = new ArrayList<>();
        private @Nullable Object runValue;

        Index<R> index() {
            return index;
        }

        List<R> select(Object value) {
            endRun();
            var bucket = edited.get(value);
            return bucket == null ? List.of() : bucket.rows();
        }

        void replace(@Nullable R before, @Nullable R after) {
            if (before != null) {
                remove(before);
            }
            if (after != null) {
                add(after);
            }
        }

        RowIndex<K, R> freeze() {
            endRun();
            return new RowIndex<>(index, key, edited.freeze());
        }

        private void add(R row) {
            var value = index.value().apply(row);
            if (value != null) {
                if (!value.equals(runValue)) {
                    endRun();
                    runValue = value;
                }
                run.add(row);
            }
        }

        private void endRun() {
            var value = runValue;
            if (value != null) {
                var bucket = edited.get(value);
                var known = bucket == null ? IndexBucket.<K, R>empty(value) : bucket;
                edited.put(value, known.with(run, key), 0);
                run.clear();
                runValue = null;
            }
        }

        private void remove(R row) {
            endRun();
            var value = index.value().apply(row);
            var bucket = value == null ? null : edited.get(value);
            if (value != null && bucket != null) {
                var rest = bucket.without(row, key);
                if (rest.isEmpty()) {
                    edited.remove(value);
                } else {
                    edited.put(value, rest, 0);
                }
            }
        }
    }
}
