package training.powerbi.lakehouse.commit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.TableChange;
import training.powerbi.lakehouse.memory.DataFile;
import training.powerbi.lakehouse.memory.Layout;
import training.powerbi.lakehouse.memory.StateEdit;

/// Decides which files a commit rewrites: those that hold the changed rows, and the hot file. Few changed rows
/// move to the hot file, so that rows in use are soon together; many stay where they are.
final class RewritePlan<K, R extends Record> implements CommitPlan<R> {
    private static final int MOST_SMALL_FILES = 8;

    private final StateEdit<K, R> edit;
    private final Layout<R> before;
    private final Map<Integer, List<R>> contents = new HashMap<>();
    private int hot;
    private int nextSlot;

    private RewritePlan(StateEdit<K, R> edit) {
        this.edit = edit;
        this.before = edit.base().layout();
        this.hot = before.hot();
        this.nextSlot = before.nextSlot();
    }

    /// Plans the commit and puts the changed rows of the edit into their slots.
    static <K, R extends Record> RewritePlan<K, R> of(StateEdit<K, R> edit, List<TableChange.Row<K, R>> changes) {
        var plan = new RewritePlan<>(edit);
        if (changes.size() <= Layout.HOT_ROWS / 2) {
            plan.moveToHot(changes);
        } else {
            plan.changeInPlace(changes);
        }
        plan.mergeSmall();
        plan.compact();
        return plan;
    }

    @Override
    public Map<Integer, List<R>> contents() {
        return contents;
    }

    @Override
    public Set<Integer> rearranged() {
        return Set.of();
    }

    @Override
    public Layout<R> layout(Collection<DataFile<R>> written) {
        var files = new HashMap<>(before.files());
        contents.keySet().forEach(files::remove);
        written.forEach(file -> files.put(file.slot(), file));
        return new Layout<>(files, files.containsKey(hot) ? hot : Layout.NO_SLOT, nextSlot);
    }

    private void moveToHot(List<TableChange.Row<K, R>> changes) {
        var gone = gone(changes);
        gone.forEach((slot, changed) -> contents.put(slot, rest(slot, changed, false)));
        var rows = new ArrayList<>(content(hot));
        for (var change : changes) {
            if (change.after() != null) {
                rows.add(change.after());
            }
        }
        if (rows.size() > Layout.HOT_ROWS) {
            var target = roomFor(rows.size(), hot);
            var all = new ArrayList<>(content(target));
            all.addAll(rows);
            contents.put(target, all);
            if (hot != Layout.NO_SLOT) {
                contents.put(hot, List.of());
                hot = Layout.NO_SLOT;
            }
            place(rows, target);
        } else if (rows.size() > content(hot).size()) {
            hot = hot == Layout.NO_SLOT ? nextSlot++ : hot;
            contents.put(hot, rows);
            changes.forEach(change -> place(change.key(), change.after(), hot));
        }
    }

    private void changeInPlace(List<TableChange.Row<K, R>> changes) {
        var inserts = new ArrayList<R>();
        for (var change : changes) {
            var slot = edit.base().rowMap().slot(change.key());
            if (change.after() != null && slot < 0) {
                inserts.add(change.after());
            } else if (change.after() != null) {
                place(change.key(), change.after(), slot);
            }
        }
        gone(changes).forEach((slot, changed) -> contents.put(slot, rest(slot, changed, true)));
        for (var from = 0; from < inserts.size(); from += Layout.BULK_ROWS) {
            var rows = inserts.subList(from, Math.min(inserts.size(), from + Layout.BULK_ROWS));
            contents.put(nextSlot, rows);
            place(rows, nextSlot++);
        }
    }

    /// The changes by the slot their row is in; files with skipped rows are rewritten as well.
    private Map<Integer, Map<K, TableChange.Row<K, R>>> gone(List<TableChange.Row<K, R>> changes) {
        var gone = new HashMap<Integer, Map<K, TableChange.Row<K, R>>>();
        for (var change : changes) {
            var slot = edit.base().rowMap().slot(change.key());
            if (slot >= 0) {
                gone.computeIfAbsent(slot, each -> new HashMap<>()).put(change.key(), change);
            }
        }
        for (var file : before.files().values()) {
            if (!file.clean()) {
                gone.computeIfAbsent(file.slot(), each -> new HashMap<>());
            }
        }
        return gone;
    }

    /// The slot's rows without those that changed, or with what they changed to in their places.
    private List<R> rest(int slot, Map<K, TableChange.Row<K, R>> changed, boolean replace) {
        var rows = content(slot);
        var rest = new ArrayList<R>(rows.size());
        var key = edit.base().definition().key();
        for (var row : rows) {
            var change = changed.get(key.apply(row));
            if (change == null) {
                rest.add(row);
            } else if (replace && change.after() != null) {
                rest.add(change.after());
            }
        }
        return rest;
    }

    /// Files that lost most of their rows join another: the number of files follows the number of rows.
    private void mergeSmall() {
        for (var slot : List.copyOf(contents.keySet())) {
            var rows = content(slot);
            if (slot != hot && !rows.isEmpty() && rows.size() < Layout.BULK_ROWS / 4) {
                var target = roomFor(rows.size(), slot);
                if (target != slot && !content(target).isEmpty()) {
                    var all = new ArrayList<>(content(target));
                    all.addAll(rows);
                    contents.put(target, all);
                    contents.put(slot, List.of());
                    place(rows, target);
                }
            }
        }
    }

    /// Other programs append a file per commit: when many small ones have gathered, they become one.
    private void compact() {
        var small = new ArrayList<DataFile<R>>();
        for (var file : before.files().values()) {
            if (file.slot() != hot && !contents.containsKey(file.slot()) && file.size() < Layout.BULK_ROWS / 4) {
                small.add(file);
            }
        }
        if (small.size() > MOST_SMALL_FILES) {
            var slot = nextSlot++;
            var rows = new ArrayList<R>();
            for (var file : small) {
                if (rows.size() + file.size() <= Layout.BULK_ROWS) {
                    rows.addAll(file.rows());
                    contents.put(file.slot(), List.of());
                }
            }
            contents.put(slot, rows);
            place(rows, slot);
        }
    }

    /// The emptiest bulk file that can take the rows, one that is rewritten anyway if there is one, else a new
    /// slot.
    private int roomFor(int rows, int except) {
        var best = bestOf(contents.keySet(), rows, except);
        if (best == null) {
            best = bestOf(before.files().keySet(), rows, except);
        }
        return best == null ? nextSlot++ : best;
    }

    private @Nullable Integer bestOf(Collection<Integer> slots, int rows, int except) {
        Integer best = null;
        for (var slot : slots) {
            var size = content(slot).size();
            if (slot != except
                    && slot != hot
                    && size > 0
                    && size + rows <= Layout.BULK_ROWS
                    && (best == null || size < content(best).size())) {
                best = slot;
            }
        }
        return best;
    }

    private List<R> content(int slot) {
        var planned = contents.get(slot);
        if (planned != null) {
            return planned;
        }
        var file = before.file(slot);
        return file == null ? List.of() : file.rows();
    }

    private void place(List<R> rows, int slot) {
        var key = edit.base().definition().key();
        rows.forEach(row -> edit.place(key.apply(row), row, slot));
    }

    private void place(K key, @Nullable R row, int slot) {
        if (row != null) {
            edit.place(key, row, slot);
        }
    }
}
