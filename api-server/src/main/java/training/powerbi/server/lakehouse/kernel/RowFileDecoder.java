package training.powerbi.server.lakehouse.kernel;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/// Reads the portal's own data files quickly: a start is mostly reading, and the portal's files use little of
/// what Parquet can do. Other programs' files go through Kernel's reader.
final class RowFileDecoder {
    private static final int TAIL = 8;

    private final List<Column> columns;
    private final StringPool pool;

    RowFileDecoder(List<Column> columns, StringPool pool) {
        this.columns = columns;
        this.pool = pool;
    }

    /// Whether each column is stored as the portal stores it now; an earlier build may have done otherwise.
    private boolean isAsWritten(Map<String, ColumnMetaData> chunks) {
        return columns.stream().allMatch(column -> {
            var chunk = chunks.get(column.name());
            return chunk == null || chunk.getType() == column.kind().physical();
        });
    }

    /// Values by column and row, nulls for a column the file does not have; nothing when the file is not
    /// one of ours.
    Optional<@Nullable Object[][]> decode(byte[] file) throws IOException {
        var meta = footer(file);
        if (meta == null
                || !RowFileWriter.CREATED_BY.equals(meta.getCreated_by())
                || requireNonNull(meta.getRow_groups()).size() != 1) {
            return Optional.empty();
        }
        Map<String, ColumnMetaData> chunks = new HashMap<>();
        for (var chunk : requireNonNull(meta.getRow_groups().getFirst().getColumns())) {
            var column = requireNonNull(chunk.getMeta_data());
            chunks.put(requireNonNull(column.getPath_in_schema()).getFirst(), column);
        }
        if (!isAsWritten(chunks)) {
            return Optional.empty();
        }
        var values = new @Nullable Object[columns.size()][];
        for (var at = 0; at < values.length; at++) {
            var number = at;
            var chunk = chunks.get(columns.get(at).name());
            values[at] = chunk == null
                    ? new @Nullable Object[(int) meta.getNum_rows()]
                    : new ColumnDecoder(columns.get(at).kind(), file, text -> pool.shared(number, text)).decode(chunk);
        }
        return Optional.of(values);
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
