package training.powerbi.lakehouse.check;

import io.delta.kernel.internal.actions.AddFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import training.powerbi.lakehouse.files.DataFolder;
import training.powerbi.lakehouse.files.UnreachableException;
import training.powerbi.lakehouse.rowfile.RowFileReader;
import training.powerbi.lakehouse.rowfile.RowMapping;
import training.powerbi.lakehouse.rowfile.StringPool;

/// Reads all rows of a table's newest version, file by file, and goes on behind what cannot be read.
final class RowScan<R extends Record> {
    private final String table;
    private final TableHistory history;
    private final DataFolder data;
    private final RowMapping<R> mapping;
    private final List<String> problems = new ArrayList<>();

    RowScan(String table, TableHistory history, DataFolder data, Class<R> columns) {
        this.table = table;
        this.history = history;
        this.data = data;
        this.mapping = new RowMapping<>(columns);
    }

    /// Gives each row to the taker.
    ///
    /// @return sentences on what could not be read
    List<String> run(Consumer<R> taker) throws IOException {
        var newest = history.newest();
        try {
            var reader = reader(newest);
            for (var file : history.filesAt(newest).values()) {
                read(reader, file, taker);
            }
        } catch (UnreachableException e) {
            throw e;
        } catch (IOException e) {
            problems.add("Table " + table + ": version " + newest + " cannot be put together: " + TableHistory.reason(e)
                    + ".");
        }
        return List.copyOf(problems);
    }

    private RowFileReader<R> reader(long version) throws IOException {
        var there = history.schema(version).fieldNames();
        var absent = new HashSet<String>();
        mapping.columns().forEach(column -> absent.add(column.name()));
        absent.removeAll(Set.copyOf(there));
        return new RowFileReader<>(
                data, mapping, new StringPool(mapping.columns().size()), absent);
    }

    private void read(RowFileReader<R> reader, AddFile file, Consumer<R> taker) throws IOException {
        try {
            var loaded = reader.read(file);
            loaded.rows().forEach(taker);
            loaded.bad()
                    .forEach(bad -> problems.add(
                            "Table " + table + ": a row in " + file.getPath() + " is none: " + bad.problem() + "."));
        } catch (UnreachableException e) {
            throw e;
        } catch (IOException | RuntimeException | LinkageError e) {
            problems.add("Table " + table + ": the data file " + file.getPath() + " cannot be read: "
                    + TableHistory.reason(e) + ".");
        }
    }
}
