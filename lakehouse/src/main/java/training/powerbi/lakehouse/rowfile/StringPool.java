package training.powerbi.lakehouse.rowfile;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// Gives equal texts of a column one object while a table is loaded: a learner's id then costs its memory once
/// and not once per day. Columns whose values hardly repeat are given up on.
public final class StringPool {
    private static final int TRIAL = 20_000;

    private final ColumnPool[] columns;

    public StringPool(int columns) {
        this.columns = new ColumnPool[columns];
        for (var at = 0; at < columns; at++) {
            this.columns[at] = new ColumnPool();
        }
    }

    String shared(int column, String text) {
        return columns[column].shared(text);
    }

    private static final class ColumnPool {
        private final ConcurrentHashMap<String, String> known = new ConcurrentHashMap<>();
        private final LongAdder hits = new LongAdder();
        private volatile boolean given;

        String shared(String text) {
            if (given) {
                return text;
            }
            var earlier = known.putIfAbsent(text, text);
            if (earlier != null) {
                hits.increment();
                return earlier;
            }
            if (known.mappingCount() % TRIAL == 0 && hits.sum() < known.mappingCount() / 4) {
                given = true;
                known.clear();
            }
            return text;
        }
    }
}
