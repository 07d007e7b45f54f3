package training.powerbi.server.lakehouse.kernel;

import io.delta.kernel.Snapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import training.powerbi.server.lakehouse.TableDefinition;

/// Reads a table into memory, its files side by side.
final class TableLoader<K, R extends Record> {
    private final TableDefinition<K, R> definition;
    private final RowMapping<R> mapping;
    private final TableLog log;

    TableLoader(TableDefinition<K, R> definition, RowMapping<R> mapping, TableLog log) {
        this.definition = definition;
        this.mapping = mapping;
        this.log = log;
    }

    /// Loads the version.
    ///
    /// @param absentColumns columns that no file has yet
    TableState<K, R> load(Snapshot snapshot, Set<String> absentColumns) throws IOException {
        var pool = new StringPool(mapping.columns().size());
        var reader = new RowFileReader<>(log.engine(), log.folder(), mapping, pool, absentColumns);
        var adds = log.files(snapshot);
        var edit = TableState.empty(definition).filling();
        var admission = new FileAdmission<>(edit);
        var files = new HashMap<Integer, DataFile<R>>();
        // Reading is work for the processor: more threads than cores would only need more memory at once.
        var threads = Runtime.getRuntime().availableProcessors();
        try (var readers = Executors.newFixedThreadPool(
                threads, Thread.ofVirtual().name("load-", 0).factory())) {
            var running = new ArrayList<Future<RowFileReader.Loaded<R>>>();
            adds.forEach(add -> running.add(readers.submit(() -> reader.read(add))));
            for (var slot = 0; slot < adds.size(); slot++) {
                files.put(slot, admission.admit(adds.get(slot), finished(running.get(slot)), slot));
            }
        }
        return edit.freeze(snapshot.getVersion(), Layout.of(files, adds.size()));
    }

    private <T> T finished(Future<T> running) throws IOException {
        try {
            return running.get();
        } catch (ExecutionException e) {
            throw new IOException("Table " + definition.name() + " cannot be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while reading table " + definition.name(), e);
        }
    }
}
