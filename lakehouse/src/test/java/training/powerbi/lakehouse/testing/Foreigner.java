package training.powerbi.lakehouse.testing;

import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.defaults.engine.DefaultParquetHandler;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.utils.FileStatus;
import io.delta.standalone.DeltaLog;
import io.delta.standalone.Operation;
import io.delta.standalone.actions.Action;
import io.delta.standalone.actions.AddFile;
import io.delta.standalone.data.RowRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import training.powerbi.lakehouse.files.local.LocalFileIO;
import training.powerbi.lakehouse.rowfile.RowFileWriter;
import training.powerbi.lakehouse.rowfile.RowMapping;
import training.powerbi.lakehouse.rowfile.parquet.PlainParquetHandler;

/// Another program at the same tables: delta-standalone, the independent reader and writer.
public final class Foreigner {
    private final Path table;
    private final DeltaLog log;

    public Foreigner(Path store, String name) {
        this.table = store.resolve("Tables").resolve(name);
        this.log = DeltaLog.forTable(new Configuration(), table.toString());
    }

    long version() {
        return log.update().getVersion();
    }

    public int files() {
        return log.update().getAllFiles().size();
    }

    public <T> List<T> read(Function<RowRecord, T> row) throws IOException {
        var found = new ArrayList<T>();
        try (var rows = log.update().open()) {
            while (rows.hasNext()) {
                found.add(row.apply(rows.next()));
            }
        }
        return found;
    }

    /// Appends a file with the rows; their record may differ from the table's.
    public <R extends Record> void append(List<R> rows) throws IOException {
        commit(new ArrayList<>(List.of(file(rows, true))), Operation.Name.WRITE);
    }

    /// Replaces all files by one with the rows.
    public <R extends Record> void overwrite(List<R> rows, boolean dataChange) throws IOException {
        var actions = new ArrayList<Action>();
        for (var old : log.update().getAllFiles()) {
            actions.add(old.remove(dataChange));
        }
        actions.add(file(rows, dataChange));
        commit(actions, Operation.Name.UPDATE);
    }

    void commit(List<Action> actions, Operation.Name name) {
        log.update();
        log.startTransaction().commit(actions, new Operation(name), "a-notebook/1.0");
    }

    /// Adds a column to the schema.
    public void addColumn(String name) {
        var transaction = log.startTransaction();
        var before = transaction.metadata();
        var schema = Objects.requireNonNull(before.getSchema()).add(name, new io.delta.standalone.types.StringType());
        transaction.updateMetadata(before.copyBuilder().schema(schema).build());
        transaction.commit(List.<Action>of(), new Operation(Operation.Name.MANUAL_UPDATE), "a-notebook/1.0");
    }

    @SuppressWarnings("unchecked") // the class of the first row is the class of all
    private <R extends Record> AddFile file(List<R> rows, boolean dataChange) throws IOException {
        var files = new LocalFileIO();
        var mapping = new RowMapping<>((Class<R>) rows.getFirst().getClass());
        var draft = Files.createTempFile("draft", ".parquet");
        Files.delete(draft);
        var size = new RowFileWriter<>(files, mapping).write(draft.toString(), rows);
        // Written anew by Parquet's own writer, as other programs do.
        var draftStatus = Utils.singletonCloseableIterator(FileStatus.of(draft.toString(), size, 0));
        try (var read = new PlainParquetHandler(files)
                        .readParquetFiles(draftStatus, mapping.schema(), Optional.empty());
                var written = new DefaultParquetHandler(files)
                        .writeParquetFiles(
                                table.toString(),
                                read.map(batch -> new FilteredColumnarBatch(batch.getData(), Optional.empty())),
                                List.of())) {
            var file = written.next();
            return new AddFile(
                    String.valueOf(Path.of(file.getPath()).getFileName()),
                    Map.of(),
                    file.getSize(),
                    file.getModificationTime(),
                    dataChange,
                    null,
                    null);
        } finally {
            Files.delete(draft);
        }
    }
}
