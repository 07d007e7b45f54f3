package training.powerbi.lakehouse.load;

import io.delta.kernel.internal.actions.AddFile;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import training.powerbi.lakehouse.TableDefinition;
import training.powerbi.lakehouse.files.DataFolder;
import training.powerbi.lakehouse.files.UnreachableException;
import training.powerbi.lakehouse.log.TableLog;
import training.powerbi.lakehouse.memory.DataFile;
import training.powerbi.lakehouse.memory.Layout;
import training.powerbi.lakehouse.memory.TableState;
import training.powerbi.lakehouse.rowfile.RowFileReader;
import training.powerbi.lakehouse.rowfile.RowMapping;
import training.powerbi.lakehouse.rowfile.StringPool;

/// Reads a table into memory, its files side by side.
public final class TableLoader<K, R extends Record> {
    private static final int MOST_EXPECTED = 4_000_000;
    private static final int FAR_THREADS = 8;

    private final TableDefinition<K, R> definition;
    private final RowMapping<R> mapping;
    private final DataFolder data;

    public TableLoader(TableDefinition<K, R> definition, RowMapping<R> mapping, DataFolder data) {
        this.definition = definition;
        this.mapping = mapping;
        this.data = data;
    }

    /// Loads the version.
    ///
    /// @param absentColumns columns that no file has yet
    public TableState<K, R> load(TableLog.Whole version, Set<String> absentColumns) throws IOException {
        var pool = new StringPool(mapping.columns().size());
        var reader = new RowFileReader<>(data, mapping, pool, absentColumns);
        var adds = version.files();
        var edit = TableState.empty(definition).filling();
        var admission = new FileAdmission<>(edit, (key, row) -> false);
        var files = new HashMap<Integer, DataFile<R>>();
        try (var readers = Executors.newFixedThreadPool(
                threads(), Thread.ofVirtual().name("load-", 0).factory())) {
            var running = new ArrayDeque<Future<RowFileReader.Loaded<R>>>();
            adds.forEach(add -> running.add(readers.submit(() -> read(reader, add))));
            for (var slot = 0; slot < adds.size(); slot++) {
                var add = adds.get(slot);
                var loaded = finished(running.remove());
                if (slot == 0) {
                    edit.expect(allRows(loaded.rows().size(), adds));
                }
                files.put(slot, admission.admit(add, loaded, slot));
            }
        }
        return edit.freeze(version.snapshot().getVersion(), Layout.of(files, adds.size()));
    }

    /// Reading is work for the processor: more threads than cores would only need more memory at once, unless most of
    /// them wait for an answer.
    private int threads() {
        return data.files().isFar() ? FAR_THREADS : Runtime.getRuntime().availableProcessors();
    }

    private RowFileReader.Loaded<R> read(RowFileReader<R> reader, AddFile add) throws IOException {
        try {
            return reader.read(add);
        } catch (UnreachableException e) {
            throw e;
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            // A damaged length may ask for any amount of memory.
            throw new DamagedFileException(definition.name(), data.resolve(add.getPath()), e);
        }
    }

    /// About how many rows there are, going by the first file.
    private static int allRows(int rows, List<AddFile> adds) {
        var bytes = adds.stream().mapToLong(AddFile::getSize).sum();
        return (int) Math.min(
                MOST_EXPECTED, bytes * rows / Math.max(1, adds.getFirst().getSize()));
    }

    private <T> T finished(Future<T> running) throws IOException {
        try {
            return running.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DamagedFileException damaged) {
                throw damaged;
            }
            throw new IOException("Table " + definition.name() + " cannot be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while reading table " + definition.name(), e);
        }
    }
}
