package training.powerbi.lakehouse.rowfile;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.rowfile.column.Column;
import training.powerbi.lakehouse.rowfile.column.ColumnDecoder;

/// Reads the portal's own data files quickly: a start is mostly reading, and the portal's files use little of
/// what Parquet can do. Other programs' files go through Kernel's reader.
final class RowFileDecoder {
    private final List<Column> columns;
    private final StringPool pool;

    RowFileDecoder(List<Column> columns, StringPool pool) {
        this.columns = columns;
        this.pool = pool;
    }

    /// Values by column and row, nulls for a column the file does not have; nothing when the file is not
    /// one of ours.
    Optional<@Nullable Object[][]> decode(byte[] file) throws IOException {
        var footer = RowFileFooter.read(file, columns);
        if (footer == null) {
            return Optional.empty();
        }
        var values = new @Nullable Object[columns.size()][];
        for (var at = 0; at < values.length; at++) {
            var number = at;
            var chunk = footer.chunks().get(columns.get(at).name());
            values[at] = chunk == null
                    ? new @Nullable Object[footer.rows()]
                    : new ColumnDecoder(columns.get(at).kind(), file, text -> pool.shared(number, text)).decode(chunk);
        }
        return Optional.of(values);
    }
}
