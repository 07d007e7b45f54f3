package training.powerbi.server.lakehouse.kernel;

import io.delta.kernel.Snapshot;
import io.delta.kernel.internal.actions.AddFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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

    TableState<K, R> load() throws IOException {
        log.createIfMissing(mapping.schema());
        var snapshot = newest();
        var pool = new StringPool(mapping.columns().size());
        var reader = new RowFileReader<>(log.engine(), log.folder(), mapping, pool, absentColumns(snapshot));
        var edit = TableState.empty(definition).filling();
        var admission = new FileAdmission<>(edit);
        var files = new HashMap<Integer, DataFile<R>>();
        var slot = 0;
        for (var loaded : readAll(reader, log.files(snapshot))) {
            edit.expect(edit.size() + loaded.rows().size());
            files.put(slot, admission.admit(loaded, slot++));
        }
        return edit.freeze(snapshot.getVersion(), Layout.of(files, slot));
    }

    /// @throws TornCommitException when a commit file is damaged
    private Snapshot newest() throws IOException {
        try {
            var snapshot = log.reload();
            // Kernel reads only what it needs of the newest commit; a cut at the end of a line passes unseen.
            if (log.commits().exists(snapshot.getVersion())) {
                log.commits().read(snapshot.getVersion());
            }
            return snapshot;
        } catch (RuntimeException e) {
            log.commits().findTorn();
            throw e;
        }
    }

    private Set<String> absentColumns(Snapshot snapshot) {
        var absent = new HashSet<String>();
        mapping.columns().forEach(column -> absent.add(column.name()));
        absent.removeAll(new HashSet<>(snapshot.getSchema().fieldNames()));
        return absent;
    }

    private List<RowFileReader.Loaded<R>> readAll(RowFileReader<R> reader, List<AddFile> files) throws IOException {
        // Reading is work for the processor: more threads than cores would only need more memory at once.
        var threads = Runtime.getRuntime().availableProcessors();
        try (var pool = Executors.newFixedThreadPool(
                threads, Thread.ofVirtual().name("load-", 0).factory())) {
            List<Future<RowFileReader.Loaded<R>>> running = new ArrayList<>();
            files.forEach(file -> running.add(pool.submit(() -> reader.read(file))));
            var loaded = new ArrayList<RowFileReader.Loaded<R>>();
            for (var each : running) {
                loaded.add(each.get());
            }
            return loaded;
        } catch (ExecutionException e) {
            throw new IOException("Table " + definition.name() + " cannot be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while reading table " + definition.name(), e);
        }
    }
}
