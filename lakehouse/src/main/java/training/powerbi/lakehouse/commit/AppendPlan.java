package training.powerbi.lakehouse.commit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import training.powerbi.lakehouse.memory.DataFile;
import training.powerbi.lakehouse.memory.Layout;
import training.powerbi.lakehouse.memory.StateEdit;

/// The files of a commit to a table that only grows: new rows get a file of their own, and when many small files have
/// gathered they become one. A file is only ever replaced by one with the same rows, which Delta allows in an
/// append-only table.
final class AppendPlan<K, R extends Record> implements CommitPlan<R> {
    private static final int MOST_SMALL_FILES = 8;

    private final StateEdit<K, R> edit;
    private final Layout<R> before;
    private final Map<Integer, List<R>> contents = new HashMap<>();
    private final Set<Integer> rearranged = new HashSet<>();
    private int nextSlot;

    private AppendPlan(StateEdit<K, R> edit) {
        this.edit = edit;
        this.before = edit.base().layout();
        this.nextSlot = before.nextSlot();
    }

    /// @param rows new ones, and such as no file holds any more or not as they were
    static <K, R extends Record> AppendPlan<K, R> of(StateEdit<K, R> edit, Map<K, R> rows) {
        var plan = new AppendPlan<>(edit);
        plan.repairFiles(rows);
        plan.gatherSmall();
        plan.addFresh(rows);
        return plan;
    }

    private void repairFiles(Map<K, R> rows) {
        var base = edit.base();
        var key = base.definition().key();
        var altered = new HashSet<Integer>();
        rows.keySet().forEach(each -> altered.add(base.rowMap().slot(each)));
        for (var file : before.files().values()) {
            if (!file.clean() || altered.contains(file.slot())) {
                rearrange(
                        file.slot(),
                        file.rows().stream()
                                .map(row -> rows.getOrDefault(key.apply(row), row))
                                .toList());
            }
        }
    }

    private void gatherSmall() {
        var small = before.files().values().stream()
                .filter(file -> !contents.containsKey(file.slot()) && file.size() < Layout.BULK_ROWS / 4)
                .toList();
        if (small.size() < MOST_SMALL_FILES) {
            return;
        }
        var gathered = new ArrayList<R>();
        for (var file : small) {
            if (gathered.size() + file.size() <= Layout.BULK_ROWS) {
                gathered.addAll(file.rows());
                contents.put(file.slot(), List.of());
            }
        }
        rearrange(nextSlot++, gathered);
    }

    private void addFresh(Map<K, R> rows) {
        var fresh = new ArrayList<R>();
        rows.forEach((key, row) -> {
            if (edit.base().rowMap().slot(key) < 0) {
                fresh.add(row);
            }
        });
        for (var from = 0; from < fresh.size(); from += Layout.BULK_ROWS) {
            put(nextSlot++, fresh.subList(from, Math.min(fresh.size(), from + Layout.BULK_ROWS)));
        }
    }

    private void rearrange(int slot, List<R> rows) {
        rearranged.add(slot);
        put(slot, rows);
    }

    private void put(int slot, List<R> rows) {
        contents.put(slot, List.copyOf(rows));
        var key = edit.base().definition().key();
        rows.forEach(row -> edit.place(key.apply(row), row, slot));
    }

    @Override
    public Map<Integer, List<R>> contents() {
        return contents;
    }

    @Override
    public Set<Integer> rearranged() {
        return rearranged;
    }

    @Override
    public Layout<R> layout(Collection<DataFile<R>> written) {
        var files = new HashMap<>(before.files());
        contents.keySet().forEach(files::remove);
        written.forEach(file -> files.put(file.slot(), file));
        return new Layout<>(files, Layout.NO_SLOT, nextSlot);
    }
}
