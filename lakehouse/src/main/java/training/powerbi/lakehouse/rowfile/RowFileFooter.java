package training.powerbi.lakehouse.rowfile;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.rowfile.column.Column;

/// Where the columns of one of the portal's own data files are.
///
/// @param chunks by column name
record RowFileFooter(int rows, Map<String, ColumnMetaData> chunks) {
    private static final int TAIL = 8;

    /// Reads the footer; null when the portal would not write such a file now, so that others must read it.
    static @Nullable RowFileFooter read(byte[] file, List<Column> columns) throws IOException {
        var meta = footer(file);
        if (meta == null
                || !RowFileWriter.CREATED_BY.equals(meta.getCreated_by())
                || requireNonNull(meta.getRow_groups()).size() != 1) {
            return null;
        }
        Map<String, ColumnMetaData> chunks = new HashMap<>();
        for (var chunk : requireNonNull(meta.getRow_groups().getFirst().getColumns())) {
            var column = requireNonNull(chunk.getMeta_data());
            chunks.put(requireNonNull(column.getPath_in_schema()).getFirst(), column);
        }
        return isAsWritten(columns, chunks) ? new RowFileFooter((int) meta.getNum_rows(), chunks) : null;
    }

    /// Whether each column is stored as the portal stores it now; an earlier build may have done otherwise.
    private static boolean isAsWritten(List<Column> columns, Map<String, ColumnMetaData> chunks) {
        return columns.stream().allMatch(column -> {
            var chunk = chunks.get(column.name());
            return chunk == null || chunk.getType() == column.kind().physical();
        });
    }

    private static @Nullable FileMetaData footer(byte[] file) throws IOException {
        if (file.length < 2 * TAIL) {
            return null;
        }
        var length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(file.length - TAIL);
        var start = file.length - TAIL - length;
        return start <= 0 || length <= 0 ? null : Util.readFileMetaData(new ByteArrayInputStream(file, start, length));
    }
}
