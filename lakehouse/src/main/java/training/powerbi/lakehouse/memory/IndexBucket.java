package training.powerbi.lakehouse.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The rows that share one index value: a plain list while they are few, a map when copying a list for every
/// change would cost too much.
///
/// @param many null while `few` holds the rows
record IndexBucket<K, R>(
        Object value, List<R> few, @Nullable RowMap<K, R> many) {
    private static final int FEW = 32;

    static <K, R> IndexBucket<K, R> empty(Object value) {
        return new IndexBucket<>(value, List.of(), null);
    }

    List<R> rows() {
        return many == null ? few : many.rows().toList();
    }

    boolean isEmpty() {
        return many == null ? few.isEmpty() : many.size() == 0;
    }

    IndexBucket<K, R> with(List<R> more, Function<R, K> key) {
        if (many == null && few.size() + more.size() <= FEW) {
            var rows = new ArrayList<R>(few.size() + more.size());
            rows.addAll(few);
            rows.addAll(more);
            return new IndexBucket<>(value, rows, null);
        }
        var edit = (many == null ? RowMap.empty(key) : many).edit();
        few.forEach(each -> edit.put(key.apply(each), each, 0));
        more.forEach(each -> edit.put(key.apply(each), each, 0));
        return new IndexBucket<>(value, List.of(), edit.freeze());
    }

    IndexBucket<K, R> without(R row, Function<R, K> key) {
        var gone = key.apply(row);
        if (many != null) {
            var edit = many.edit();
            edit.remove(gone);
            return new IndexBucket<>(value, List.of(), edit.freeze());
        }
        return new IndexBucket<>(
                value,
                few.stream().filter(each -> !gone.equals(key.apply(each))).toList(),
                null);
    }
}
