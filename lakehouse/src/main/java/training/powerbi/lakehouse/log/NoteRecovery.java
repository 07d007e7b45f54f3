package training.powerbi.lakehouse.log;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import training.powerbi.lakehouse.rowfile.RowFileReader;

/// Finds what the keeper may not have been told before the last stop. As a table's next commit waits for the
/// keeper, that is at most the newest commit of ours, and whatever others committed after it.
public final class NoteRecovery<K, R extends Record> {
    /// The log keeps at least as many versions, see `LogCleanup`.
    public static final int MOST_VERSIONS = 1_000;

    private final RowFileReader<R> reader;
    private final Function<R, K> key;

    public NoteRecovery(RowFileReader<R> reader, Function<R, K> key) {
        this.reader = reader;
        this.key = key;
    }

    /// What the keeper may not have been told; it ignores what it has been told before.
    ///
    /// @param since see [CommitReader#sinceOurs]
    public List<NoteSearch.Found> find(List<LogVersion> since) throws IOException {
        var found = new ArrayList<NoteSearch.Found>();
        for (var commit : since) {
            found.add(new NoteSearch.Found(commit, commit.ours() ? 0 : changedRows(commit)));
        }
        return found;
    }

    private int changedRows(LogVersion commit) throws IOException {
        var rows = new HashMap<K, R>();
        var unknown = 0;
        for (var gone : commit.removes()) {
            try {
                reader.read(gone).rows().forEach(row -> rows.put(key.apply(row), row));
            } catch (FileNotFoundException e) {
                // Vacuumed meanwhile; then every row of the new files may be a change.
                unknown = 1;
            }
        }
        var changed = 0;
        for (var add : commit.adds()) {
            for (var row : reader.read(add).rows()) {
                if (!row.equals(rows.remove(key.apply(row)))) {
                    changed++;
                }
            }
        }
        return Math.max(changed + rows.size(), unknown);
    }
}
