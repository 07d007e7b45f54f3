package training.powerbi.lakehouse.rowfile;

import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.defaults.engine.DefaultFileSystemClient;
import io.delta.kernel.engine.ParquetHandler;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.actions.DeletionVectorDescriptor;
import io.delta.kernel.internal.actions.RemoveFile;
import io.delta.kernel.internal.deletionvectors.DeletionVectorStoredBitmap;
import io.delta.kernel.internal.deletionvectors.RoaringBitmapArray;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.MetadataColumnSpec;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.files.DataFolder;
import training.powerbi.lakehouse.rowfile.parquet.PlainParquetHandler;

/// Reads data files, ours and others', into rows; others' rows that break a rule are left out and counted.
public final class RowFileReader<R extends Record> {
    /// The rows of one file.
    ///
    /// @param bad rows left out
    public record Loaded<R>(List<R> rows, List<BadRow<R>> bad) {}

    /// A row that breaks a rule.
    ///
    /// @param outline the row with stand-ins for its bad values, good enough to take the key from; null when not
    /// even that can be made
    public record BadRow<R>(@Nullable R outline, String problem) {}

    private final DataFolder data;
    private final ParquetHandler parquet;
    private final RowMapping<R> mapping;
    private final StringPool pool;
    private final Set<String> absentColumns;
    private final RowFileDecoder decoder;

    /// A reader of the folder's files.
    ///
    /// @param absentColumns columns that no file has yet
    public RowFileReader(DataFolder data, RowMapping<R> mapping, StringPool pool, Set<String> absentColumns) {
        this.data = data;
        this.parquet = new PlainParquetHandler(data.files());
        this.mapping = mapping;
        this.pool = pool;
        this.absentColumns = absentColumns;
        this.decoder = new RowFileDecoder(mapping.columns(), pool);
    }

    /// The rows of the file.
    ///
    /// @throws IOException when its bytes cannot be read, or are not those that were written
    public Loaded<R> read(AddFile add) throws IOException {
        return read(add.getPath(), add.getSize(), add.getDeletionVector(), bytes -> FileSum.fits(add, bytes));
    }

    /// The rows of a file that is no longer part of the table.
    public Loaded<R> read(RemoveFile gone) throws IOException {
        return read(gone.getPath(), gone.getSize().orElse(0L), gone.getDeletionVector(), _ -> true);
    }

    private Loaded<R> read(String path, long size, Optional<DeletionVectorDescriptor> vector, Predicate<byte[]> whole)
            throws IOException {
        var builder = new RowBuilder<>(mapping, absentColumns);
        var own = Optional.<@Nullable Object[][]>empty();
        if (vector.isEmpty()) {
            var bytes = bytes(path);
            if (!whole.test(bytes)) {
                throw new IOException("its bytes have another sum than the log says");
            }
            own = decoder.decode(bytes);
        }
        if (own.isPresent()) {
            builder.add(own.get(), row -> false);
        } else {
            readByKernel(path, size, deleted(vector), builder);
        }
        return builder.loaded();
    }

    private void readByKernel(String path, long size, @Nullable RoaringBitmapArray deleted, RowBuilder<R> builder)
            throws IOException {
        var schema = mapping.schema();
        if (deleted != null) {
            schema = new StructType(schema.fields())
                    .add(StructField.createMetadataColumn("_row_index", MetadataColumnSpec.ROW_INDEX));
        }
        var file = FileStatus.of(data.resolve(path), size, 0);
        try (var results = parquet.readParquetFiles(Utils.singletonCloseableIterator(file), schema, Optional.empty())) {
            while (results.hasNext()) {
                var batch = results.next().getData();
                var index = deleted == null
                        ? null
                        : batch.getColumnVector(mapping.columns().size());
                builder.add(
                        stored(batch), row -> deleted != null && index != null && deleted.contains(index.getLong(row)));
            }
        }
    }

    private @Nullable Object[][] stored(ColumnarBatch batch) {
        var columns = mapping.columns();
        var stored = new @Nullable Object[columns.size()][batch.getSize()];
        for (var at = 0; at < stored.length; at++) {
            var vector = batch.getColumnVector(at);
            var kind = columns.get(at).kind();
            for (var row = 0; row < stored[at].length; row++) {
                var value = vector.isNullAt(row) ? null : kind.read(vector, row);
                stored[at][row] = value instanceof String text ? pool.shared(at, text) : value;
            }
        }
        return stored;
    }

    private byte[] bytes(String path) throws IOException {
        return data.files().bytes(data.resolve(path));
    }

    private @Nullable RoaringBitmapArray deleted(Optional<DeletionVectorDescriptor> vector) throws IOException {
        return vector.isEmpty()
                ? null
                : new DeletionVectorStoredBitmap(vector.get(), Optional.of(data.path()))
                        .load(new DefaultFileSystemClient(data.files()));
    }
}
