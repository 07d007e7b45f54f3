package training.powerbi.lakehouse.rowfile;

import io.delta.kernel.defaults.engine.fileio.FileIO;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;
import training.powerbi.lakehouse.rowfile.column.ByteSink;
import training.powerbi.lakehouse.rowfile.column.Column;
import training.powerbi.lakehouse.rowfile.column.ColumnEncoder;

/// Writes rows to a Parquet file that is on the disk when the call returns: one row group, uncompressed, no
/// statistics.
///
/// Parquet's own writer took three quarters of the processor time of a commit; its strengths, large files and
/// nested values, are not needed here. Pages and footer are built with Parquet's own format classes, and the
/// tests read every kind of column back with three independent readers.
public final class RowFileWriter<R extends Record> {
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
    /// By this the portal knows its own files.
    static final String CREATED_BY = "training-portal version 1.0.0 (build portal)";
    private static final int BYTES_PER_ROW = 112;

    private final FileIO files;
    private final List<Column> columns;
    private final List<SchemaElement> schema = new ArrayList<>();

    public RowFileWriter(FileIO files, RowMapping<R> mapping) {
        this.files = files;
        this.columns = mapping.columns();
        schema.add(new SchemaElement("row").setNum_children(columns.size()));
        columns.forEach(column -> schema.add(column.kind().parquet(column.name())));
    }

    /// A file as it was written.
    ///
    /// @param tags what the log keeps of its bytes
    record Written(long size, Map<String, String> tags) {}

    /// Writes the file and returns its size.
    public long write(String path, List<R> rows) throws IOException {
        return writeNew(path, rows).size();
    }

    Written writeNew(String path, List<R> rows) throws IOException {
        return write(path, rows, KeptColumns.NONE);
    }

    /// Writes the file in place of an older one with the same rows, see [KeptColumns#worthwhile].
    ///
    /// @param oldPath where the older file is
    Written rewrite(String path, List<R> rows, String oldPath, List<R> oldRows) throws IOException {
        return write(path, rows, kept(rows, oldPath, oldRows));
    }

    private KeptColumns kept(List<R> rows, String oldPath, List<R> oldRows) throws IOException {
        try (var stream = files.newInputFile(oldPath, 0).newStream()) {
            return KeptColumns.of(stream.readAllBytes(), oldRows, rows, columns);
        } catch (FileNotFoundException e) {
            // Another program's vacuum may think the file unused; its rows are still here, and are written again.
            return KeptColumns.NONE;
        }
    }

    private Written write(String path, List<R> rows, KeptColumns kept) throws IOException {
        var bytes = encode(rows, kept);
        try (var file = files.newOutputFile(path).create(false)) {
            file.write(bytes.array(), 0, bytes.size());
        }
        return new Written(bytes.size(), FileSum.tags(bytes.array(), bytes.size()));
    }

    private ByteSink encode(List<R> rows, KeptColumns kept) throws IOException {
        var file = new ByteSink(1_000 + rows.size() * BYTES_PER_ROW);
        file.write(MAGIC);
        var chunks = new ArrayList<ColumnChunk>(columns.size());
        var page = new ByteSink(rows.size() * BYTES_PER_ROW / 2);
        for (var column : columns) {
            var start = file.size();
            var chunk = new ColumnChunk(start);
            var copied = kept.copy(column, file);
            chunk.setMeta_data(copied == null ? new ColumnEncoder(column, file, page).encode(rows) : copied);
            chunks.add(chunk);
        }
        var group = new RowGroup(chunks, file.size() - MAGIC.length, rows.size());
        var footer = new FileMetaData(1, schema, rows.size(), List.of(group));
        footer.setCreated_by(CREATED_BY);
        var footerStart = file.size();
        Util.writeFileMetaData(footer, file);
        file.writeInt(file.size() - footerStart);
        file.write(MAGIC);
        return file;
    }
}
