package training.powerbi.lakehouse.load;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import training.powerbi.lakehouse.TableChange;
import training.powerbi.lakehouse.log.LogVersion;
import training.powerbi.lakehouse.memory.Layout;
import training.powerbi.lakehouse.memory.TableState;
import training.powerbi.lakehouse.rowfile.RowFileReader;

/// Brings a table's state forward by commits that were made elsewhere.
public final class ForeignCommits<K, R extends Record> {
    /// The state after a commit and what the commit changed.
    ///
    /// @param lost rows of a table that only grows which the commit removed or changed; the state keeps them
    public record Step<K, R extends Record>(
            TableState<K, R> state, List<TableChange.Row<K, R>> changes, List<R> lost) {}

    private final RowFileReader<R> reader;

    public ForeignCommits(RowFileReader<R> reader) {
        this.reader = reader;
    }

    /// What the commit makes of the state.
    ///
    /// @param owed what the table is to be given back, by another server perhaps
    public Step<K, R> apply(TableState<K, R> state, LogVersion commit, Restoration<K, R> owed) throws IOException {
        var edit = state.edit();
        var admission = new FileAdmission<>(edit, owed::isOwed);
        var files = new HashMap<>(state.layout().files());
        var slots = new HashMap<String, Integer>();
        files.values().forEach(file -> slots.put(file.path(), file.slot()));
        for (var gone : commit.removes()) {
            var slot = slots.get(gone.getPath());
            var file = slot == null ? null : files.remove(slot);
            if (file != null) {
                admission.leave(file);
            }
        }
        var nextSlot = state.layout().nextSlot();
        for (var add : commit.adds()) {
            var file = admission.admit(add, reader.read(add), nextSlot++);
            files.put(file.slot(), file);
        }
        admission.finish();
        var hot = state.layout().hot();
        var layout = new Layout<>(files, files.containsKey(hot) ? hot : Layout.NO_SLOT, nextSlot);
        return new Step<>(edit.freeze(commit.version(), layout), edit.changes(), admission.lost());
    }
}
