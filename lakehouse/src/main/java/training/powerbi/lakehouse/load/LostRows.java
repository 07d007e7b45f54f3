package training.powerbi.lakehouse.load;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import training.powerbi.lakehouse.ForeignChange;
import training.powerbi.lakehouse.log.LogVersion;
import training.powerbi.lakehouse.log.NoteRecovery;
import training.powerbi.lakehouse.memory.TableState;
import training.powerbi.lakehouse.rowfile.RowFileReader;

/// Finds rows that other programs took from a table that only grows while no portal ran, as far as the files they
/// took them from are still there. A start or a removal that owes rows is followed by a commit of ours that writes
/// them, so nothing before our newest commit can be missing. A start that owes nothing writes nothing: the next one
/// looks at the same commits again, up to [NoteRecovery#MOST_VERSIONS] of them.
public final class LostRows<K, R extends Record> {
    private final RowFileReader<R> reader;

    public LostRows(RowFileReader<R> reader) {
        this.reader = reader;
    }

    /// Owes the restoration what it finds.
    ///
    /// @param since see [training.powerbi.lakehouse.log.CommitReader#sinceOurs]
    public void find(TableState<K, R> state, List<LogVersion> since, Restoration<K, R> restoration) throws IOException {
        var definition = state.definition();
        var earlier = new LinkedHashMap<K, R>();
        var removedBy = new HashMap<K, LogVersion>();
        if (since.size() == NoteRecovery.MOST_VERSIONS && !since.getFirst().ours()) {
            restoration.note("Table " + definition.name() + ": other programs made the last " + since.size()
                    + " versions or more; what they removed before version "
                    + since.getFirst().version() + " could not be looked at.");
        }
        for (var commit : since) {
            if (commit.ours()) {
                continue;
            }
            for (var gone : commit.removes()) {
                try {
                    for (var row : reader.read(gone).rows()) {
                        earlier.putIfAbsent(definition.key().apply(row), row);
                        removedBy.put(definition.key().apply(row), commit);
                    }
                } catch (FileNotFoundException e) {
                    restoration.note("Table " + definition.name() + ": in version " + commit.version()
                            + " another program replaced the file " + gone.getPath()
                            + ", which is gone; if it removed rows, they are in your backup only.");
                }
            }
        }
        var lost = new TreeMap<Long, ArrayList<R>>();
        earlier.forEach((key, row) -> {
            var commit = removedBy.get(key);
            if (commit != null && !state.find(key).equals(java.util.Optional.of(row))) {
                lost.computeIfAbsent(commit.version(), each -> new ArrayList<>())
                        .add(row);
            }
        });
        for (var commit : since) {
            var rows = lost.get(commit.version());
            if (rows != null) {
                restoration.owe(
                        new ForeignChange(definition.name(), commit.version(), commit.operation(), rows.size()), rows);
            }
        }
    }
}
