package training.powerbi.lakehouse.journal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.TableDefinition.Merge;
import training.powerbi.lakehouse.TableSnapshot;
import training.powerbi.lakehouse.Verdict;

/// All changes of a table that the store does not have yet: of each row one, from what it was to what it is.
/// Immutable.
record Overlay<K, R extends Record>(Map<K, RowChange<R>> changes) {

    static <K, R extends Record> Overlay<K, R> none() {
        return new Overlay<>(Map.of());
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    Overlay<K, R> with(Map<K, RowChange<R>> later) {
        var all = new LinkedHashMap<>(changes);
        later.forEach((key, change) -> {
            var earlier = all.get(key);
            var whole = earlier == null ? change : earlier.then(change.after());
            // Begun and ended while the store was away: should the beginning have reached it already, it must hear of
            // the
            // end.
            all.put(key, whole.isNothing() ? change : whole);
        });
        return new Overlay<>(all);
    }

    @Nullable
    R row(K key, @Nullable R now, Merge<R> merge) {
        var change = changes.get(key);
        return change == null ? now : change.over(now, merge);
    }

    /// What brings the changes into the store.
    Verdict<K, R, Integer> brought(TableSnapshot<K, R> now, Merge<R> merge) {
        var upserts = new ArrayList<R>();
        var deletes = new ArrayList<K>();
        changes.forEach((key, change) -> {
            var there = now.find(key).orElse(null);
            var wanted = change.over(there, merge);
            if (wanted == null) {
                if (there != null) {
                    deletes.add(key);
                }
            } else if (!wanted.equals(there)) {
                upserts.add(wanted);
            }
        });
        return new Verdict<>(upserts, deletes, List.of(), changes.size());
    }
}
