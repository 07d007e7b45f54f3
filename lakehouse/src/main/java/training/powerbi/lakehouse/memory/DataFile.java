package training.powerbi.lakehouse.memory;

import io.delta.kernel.internal.actions.AddFile;
import java.util.List;

/// A data file of the table and the rows in it that count.
///
/// @param slot the place in the layout; a file that replaces another keeps its slot
/// @param problems what is wrong with rows in the file that were skipped; the next commit rewrites such a file
public record DataFile<R>(int slot, AddFile add, List<R> rows, List<String> problems) {

    public boolean clean() {
        return problems.isEmpty();
    }

    public String path() {
        return add.getPath();
    }

    public int size() {
        return rows.size();
    }
}
