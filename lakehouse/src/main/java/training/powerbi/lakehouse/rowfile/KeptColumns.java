package training.powerbi.lakehouse.rowfile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.parquet.format.ColumnMetaData;
import org.jspecify.annotations.Nullable;
import training.powerbi.lakehouse.memory.DataFile;
import training.powerbi.lakehouse.rowfile.column.ByteSink;
import training.powerbi.lakehouse.rowfile.column.Column;

/// The columns in which a rewritten file says the same as the file it replaces. Their pages are copied: encoding
/// is most of what a commit over many files costs, and a change seldom concerns more than two or three columns.
final class KeptColumns {
    static final KeptColumns NONE = new KeptColumns(new byte[0], Map.of());
    // Below, opening the old file costs as much as encoding the new one.
    private static final int FEWEST_ROWS = 2_000;

    private final byte[] file;
    private final Map<String, ColumnMetaData> chunks;

    private KeptColumns(byte[] file, Map<String, ColumnMetaData> chunks) {
        this.file = file;
        this.chunks = chunks;
    }

    /// Whether it is worth reading the old file: the same rows are there, at the same places.
    static <R extends Record> boolean worthwhile(DataFile<R> before, List<R> after) {
        return after.size() >= FEWEST_ROWS
                && after.size() == before.size()
                && before.clean()
                && before.add().getDeletionVector().isEmpty();
    }

    /// @param file the bytes of the file before
    static <R extends Record> KeptColumns of(byte[] file, List<R> before, List<R> after, List<Column> columns)
            throws IOException {
        var footer = RowFileFooter.read(file, columns);
        if (footer == null || footer.rows() != before.size()) {
            return NONE;
        }
        var changed = new ArrayList<Integer>();
        for (var at = 0; at < before.size(); at++) {
            if (!before.get(at).equals(after.get(at))) {
                changed.add(at);
            }
        }
        var kept = new HashMap<String, ColumnMetaData>();
        for (var column : columns) {
            var chunk = footer.chunks().get(column.name());
            if (chunk != null
                    && changed.stream()
                            .allMatch(at -> Objects.equals(column.get(before.get(at)), column.get(after.get(at))))) {
                kept.put(column.name(), chunk);
            }
        }
        return new KeptColumns(file, kept);
    }

    /// Appends the column's pages to the target, or returns null when the column has to be encoded.
    @Nullable
    ColumnMetaData copy(Column column, ByteSink target) {
        var old = chunks.get(column.name());
        if (old == null) {
            return null;
        }
        var start = old.isSetDictionary_page_offset() ? old.getDictionary_page_offset() : old.getData_page_offset();
        var moved = target.size() - start;
        target.write(file, Math.toIntExact(start), Math.toIntExact(old.getTotal_compressed_size()));
        var copied = new ColumnMetaData(old);
        copied.setData_page_offset(old.getData_page_offset() + moved);
        if (old.isSetDictionary_page_offset()) {
            copied.setDictionary_page_offset(old.getDictionary_page_offset() + moved);
        }
        return copied;
    }
}
