package training.powerbi.lakehouse.load;

import io.delta.kernel.internal.actions.AddFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import training.powerbi.lakehouse.memory.DataFile;
import training.powerbi.lakehouse.memory.StateEdit;
import training.powerbi.lakehouse.rowfile.RowFileReader;

/// Decides which rows of a file count. Another program may have written anything; a row that breaks a rule is
/// left out, and where it was to replace a good one, the good one stays.
final class FileAdmission<K, R extends Record> {
    private final StateEdit<K, R> edit;
    private final Function<R, K> key;
    private final BiPredicate<K, R> owed;
    // Rows of files that are gone and that no new file has brought back yet.
    private final Map<K, R> homeless = new HashMap<>();
    // Rows of a table that only grows that are not in the files any more as they were.
    private final List<R> lost = new ArrayList<>();

    /// @param owed whether the row is one that the table is to be given back
    FileAdmission(StateEdit<K, R> edit, BiPredicate<K, R> owed) {
        this.edit = edit;
        this.owed = owed;
        this.key = edit.base().definition().key();
    }

    void leave(DataFile<R> file) {
        file.rows().forEach(row -> homeless.put(key.apply(row), row));
    }

    DataFile<R> admit(AddFile add, RowFileReader.Loaded<R> loaded, int slot) {
        var problems = new LinkedHashMap<String, Integer>();
        var rows = new ArrayList<R>(loaded.rows().size());
        for (var row : loaded.rows()) {
            var own = key.apply(row);
            var broken = edit.base().definition().rule().apply(row);
            if (broken.isPresent()) {
                problems.merge(broken.get(), 1, Integer::sum);
                keepLastGood(own, slot, rows);
            } else if (edit.putNew(own, row, slot)) {
                rows.add(row);
            } else if (!homeless.containsKey(own) && onlyGrows() && edit.isKeptWithoutFile(own, row)) {
                // Another server gives back what a third program took.
                edit.place(own, row, slot);
                rows.add(row);
            } else if (!homeless.containsKey(own)) {
                problems.merge("a key that exists already", 1, Integer::sum);
            } else if (onlyGrows() && !row.equals(homeless.get(own)) && !owed.test(own, row)) {
                problems.merge("a row that may not be changed", 1, Integer::sum);
                keepLastGood(own, slot, rows);
            } else {
                homeless.remove(own);
                edit.put(row, slot);
                rows.add(row);
            }
        }
        for (var bad : loaded.bad()) {
            problems.merge(bad.problem(), 1, Integer::sum);
            if (bad.outline() != null) {
                keepLastGood(key.apply(bad.outline()), slot, rows);
            }
        }
        // Without skipped rows the list just read serves as it is.
        var kept = rows.size() == loaded.rows().size() && problems.isEmpty() ? loaded.rows() : List.copyOf(rows);
        return new DataFile<>(slot, add, kept, sentences(problems));
    }

    /// Ends the admission: rows that no file holds any more are deleted, or kept without one.
    void finish() {
        if (onlyGrows()) {
            homeless.forEach((own, row) -> edit.place(own, row, StateEdit.NO_SLOT));
            lost.addAll(homeless.values());
        } else {
            homeless.keySet().forEach(edit::remove);
        }
    }

    List<R> lost() {
        return lost;
    }

    private boolean onlyGrows() {
        return edit.base().definition().appendOnly();
    }

    private void keepLastGood(K own, int slot, List<R> rows) {
        var good = homeless.remove(own);
        if (good != null) {
            edit.place(own, good, slot);
            rows.add(good);
            if (onlyGrows()) {
                lost.add(good);
            }
        }
    }

    private List<String> sentences(Map<String, Integer> problems) {
        var sentences = new ArrayList<String>();
        problems.forEach((problem, count) ->
                sentences.add("Table " + edit.base().definition().name() + ": " + count
                        + (count == 1 ? " row" : " rows") + " of another program skipped: " + problem + "."));
        return sentences;
    }
}
