package training.powerbi.server.lakehouse.kernel;

import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
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
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads data files, ours and others', into rows; others' rows that break a rule are left out and counted.
final class RowFileReader<R extends Record> {
    /// @param bad rows left out
    record Loaded<R>(List<R> rows, List<BadRow<R>> bad) {}

    /// A row that breaks a rule.
    ///
    /// @param outline the row with stand-ins for its bad values, good enough to take the key from; null when not
    /// even that can be made
    record BadRow<R>(@Nullable R outline, String problem) {}

    private final StoreEngine engine;
    private final String folder;
    private final RowMapping<R> mapping;
    private final StringPool pool;
    private final Set<String> absentColumns;

    /// @param absentColumns columns that no file has yet
    RowFileReader(
            StoreEngine engine, String folder, RowMapping<R> mapping, StringPool pool, Set<String> absentColumns) {
        this.engine = engine;
        this.folder = folder;
        this.mapping = mapping;
        this.pool = pool;
        this.absentColumns = absentColumns;
    }

    Loaded<R> read(AddFile add) throws IOException {
        return read(add.getPath(), add.getSize(), add.getDeletionVector());
    }

    /// The rows of a file that is no longer part of the table.
    Loaded<R> read(RemoveFile gone) throws IOException {
        return read(gone.getPath(), gone.getSize().orElse(0L), gone.getDeletionVector());
    }

    private Loaded<R> read(String path, long size, Optional<DeletionVectorDescriptor> vector) throws IOException {
        var rows = new ArrayList<R>();
        var bad = new ArrayList<BadRow<R>>();
        var deleted = deleted(vector);
        var schema = mapping.schema();
        if (deleted != null) {
            schema = new StructType(schema.fields())
                    .add(StructField.createMetadataColumn("_row_index", MetadataColumnSpec.ROW_INDEX));
        }
        var file = FileStatus.of(resolve(path), size, 0);
        try (var results = engine.getParquetHandler()
                .readParquetFiles(Utils.singletonCloseableIterator(file), schema, Optional.empty())) {
            while (results.hasNext()) {
                append(results.next().getData(), deleted, rows, bad);
            }
        }
        return new Loaded<>(List.copyOf(rows), bad);
    }

    private String resolve(String path) {
        var uri = URI.create(path);
        return uri.isAbsolute() ? path : folder + "/" + uri.getPath();
    }

    private void append(ColumnarBatch batch, @Nullable RoaringBitmapArray deleted, List<R> rows, List<BadRow<R>> bad) {
        var columns = mapping.columns();
        var vectors = new ColumnVector[columns.size()];
        for (var at = 0; at < vectors.length; at++) {
            vectors[at] = batch.getColumnVector(at);
        }
        var rowIndex = deleted == null ? null : batch.getColumnVector(vectors.length);
        var values = new @Nullable Object[vectors.length];
        for (var row = 0; row < batch.getSize(); row++) {
            if (deleted != null && rowIndex != null && deleted.contains(rowIndex.getLong(row))) {
                continue;
            }
            try {
                for (var at = 0; at < vectors.length; at++) {
                    values[at] = value(columns.get(at), at, vectors[at], row);
                }
                rows.add(mapping.create(values));
            } catch (BadRowException e) {
                bad.add(new BadRow<>(outline(vectors, row), String.valueOf(e.getMessage())));
            } catch (IllegalArgumentException | NullPointerException e) {
                // The record's own constructor refused the row.
                bad.add(new BadRow<>(null, "a value that is not allowed"));
            }
        }
    }

    private @Nullable R outline(ColumnVector[] vectors, int row) {
        var values = new @Nullable Object[vectors.length];
        for (var at = 0; at < vectors.length; at++) {
            var column = mapping.columns().get(at);
            try {
                values[at] = value(column, at, vectors[at], row);
            } catch (BadRowException e) {
                values[at] = column.absent();
            }
        }
        try {
            return mapping.create(values);
        } catch (IllegalArgumentException | NullPointerException e) {
            return null;
        }
    }

    private @Nullable Object value(Column column, int at, ColumnVector vector, int row) throws BadRowException {
        if (vector.isNullAt(row)) {
            return absentColumns.contains(column.name()) ? column.absent() : column.accept(null);
        }
        var value = column.kind().read(vector, row);
        return column.accept(column.kind() == ColumnKind.TEXT ? pool.shared(at, (String) value) : value);
    }

    private @Nullable RoaringBitmapArray deleted(Optional<DeletionVectorDescriptor> vector) throws IOException {
        return vector.isEmpty()
                ? null
                : new DeletionVectorStoredBitmap(vector.get(), Optional.of(folder)).load(engine.getFileSystemClient());
    }
}
