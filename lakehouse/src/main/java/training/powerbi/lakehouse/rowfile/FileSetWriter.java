package training.powerbi.lakehouse.rowfile;

import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.util.VectorUtils;
import io.delta.kernel.statistics.DataFileStatistics;
import io.delta.kernel.types.StructType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import training.powerbi.lakehouse.files.DataFolder;
import training.powerbi.lakehouse.files.RequestMark;
import training.powerbi.lakehouse.files.UnreachableException;
import training.powerbi.lakehouse.memory.DataFile;
import training.powerbi.lakehouse.memory.Layout;

/// Writes the data files of one commit side by side; either all are on the disk afterwards or none is left.
public final class FileSetWriter<R extends Record> {
    private static final Logger LOG = LoggerFactory.getLogger(FileSetWriter.class);

    private final DataFolder data;
    private final RowFileWriter<R> writer;
    private final boolean statistics;
    private final ExecutorService workers;

    public FileSetWriter(DataFolder data, RowFileWriter<R> writer, boolean statistics, ExecutorService workers) {
        this.data = data;
        this.writer = writer;
        this.statistics = statistics;
        this.workers = workers;
    }

    /// Writes what each slot shall hold.
    ///
    /// @param rearranged slots whose rows were in the table before
    /// @param before what the slots hold now
    public List<DataFile<R>> write(Map<Integer, List<R>> contents, Set<Integer> rearranged, Layout<R> before)
            throws IOException {
        var jobs = new ArrayList<Callable<DataFile<R>>>();
        var names = new ArrayList<String>();
        contents.forEach((slot, rows) -> {
            if (!rows.isEmpty()) {
                var name = "part-" + UUID.randomUUID() + ".parquet";
                names.add(name);
                jobs.add(RequestMark.carried(
                        () -> write(slot, name, rows, !rearranged.contains(slot), before.file(slot))));
            }
        });
        try {
            var files = jobs.size() == 1 ? List.of(jobs.getFirst().call()) : sideBySide(jobs);
            if (!files.isEmpty()) {
                data.files().forceFolder(data.path());
            }
            return files;
        } catch (Throwable e) {
            // Where nobody answers nothing can be removed either; the next sweep does it.
            if (!UnreachableException.isBeneath(e)) {
                remove(names);
            }
            throw e instanceof IOException io ? io : new IOException("The data files could not be written", e);
        }
    }

    /// Takes files back that no commit names.
    public void discard(List<DataFile<R>> files) {
        remove(files.stream().map(DataFile::path).toList());
    }

    private DataFile<R> write(int slot, String name, List<R> rows, boolean dataChange, @Nullable DataFile<R> before)
            throws IOException {
        var path = data.path() + "/" + name;
        var written = before != null && KeptColumns.worthwhile(before, rows)
                ? writer.rewrite(path, rows, data.resolve(before.path()), before.rows())
                : writer.writeNew(path, rows);
        var stats = statistics
                ? Optional.of(new DataFileStatistics(rows.size(), Map.of(), Map.of(), Map.of(), Optional.empty()))
                : Optional.<DataFileStatistics>empty();
        var add = AddFile.createAddFileRow(
                new StructType(),
                name,
                VectorUtils.stringStringMapValue(Map.of()),
                written.size(),
                data.files().getFileStatus(path).getModificationTime(),
                dataChange,
                Optional.empty(),
                Optional.of(VectorUtils.stringStringMapValue(written.tags())),
                Optional.empty(),
                Optional.empty(),
                stats);
        return new DataFile<>(slot, new AddFile(add), rows, List.of());
    }

    /// Waits for all, also when one fails: a late writer must not leave a file after the clean-up.
    private List<DataFile<R>> sideBySide(List<Callable<DataFile<R>>> jobs) throws Throwable {
        var running = new ArrayList<Future<DataFile<R>>>();
        jobs.forEach(job -> running.add(workers.submit(job)));
        var files = new ArrayList<DataFile<R>>();
        Throwable failure = null;
        for (var each : running) {
            try {
                files.add(each.get());
            } catch (ExecutionException e) {
                failure = e.getCause();
            }
        }
        if (failure != null) {
            throw failure;
        }
        return files;
    }

    private void remove(List<String> names) {
        for (var name : names) {
            try {
                data.files().delete(data.path() + "/" + name);
            } catch (IOException e) {
                LOG.warn("{} stays behind until the next sweep: {}", name, e.toString());
            }
        }
    }
}
