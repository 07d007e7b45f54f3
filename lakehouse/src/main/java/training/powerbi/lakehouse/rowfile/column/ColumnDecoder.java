package training.powerbi.lakehouse.rowfile.column;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/// Reads back what [ColumnEncoder] wrote: one data page, perhaps after a dictionary page.
public final class ColumnDecoder {
    private final ColumnKind kind;
    private final byte[] file;
    private final UnaryOperator<String> shared;
    private int position;

    /// Decodes columns of the file.
    ///
    /// @param shared gives equal texts of a dictionary one object across files
    public ColumnDecoder(ColumnKind kind, byte[] file, UnaryOperator<String> shared) {
        this.kind = kind;
        this.file = file;
        this.shared = shared;
    }

    /// The column's values by row, null where there is none.
    @Nullable
    public Object[] decode(ColumnMetaData meta) throws IOException {
        var texts = new String[0];
        if (meta.isSetDictionary_page_offset()) {
            position = (int) meta.getDictionary_page_offset();
            texts = dictionary();
        }
        position = (int) meta.getData_page_offset();
        var values = new @Nullable
                Object[requireNonNull(header().getData_page_header()).getNum_values()];
        var present = new RunReader(1, file, position + Integer.BYTES);
        position += Integer.BYTES + intAt(position);
        if (meta.isSetDictionary_page_offset()) {
            var width = file[position++];
            var indices = new RunReader(width, file, position);
            for (var at = 0; at < values.length; at++) {
                values[at] = present.next() == 0 ? null : texts[indices.next()];
            }
        } else if (kind == ColumnKind.BOOLEAN) {
            var bit = 0;
            for (var at = 0; at < values.length; at++) {
                if (present.next() != 0) {
                    values[at] = (file[position + bit / Byte.SIZE] >> bit % Byte.SIZE & 1) != 0;
                    bit++;
                }
            }
        } else {
            var plain = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position(position);
            for (var at = 0; at < values.length; at++) {
                values[at] = present.next() == 0 ? null : plain(plain);
            }
        }
        return values;
    }

    private Object plain(ByteBuffer from) {
        return switch (kind) {
            case TEXT, ENUM -> text(from);
            case INT -> from.getInt();
            case LONG -> from.getLong();
            case FLOAT -> from.getFloat();
            case DOUBLE -> from.getDouble();
            case INSTANT -> instant(from.getLong(), from.getInt());
            case BOOLEAN -> throw new IllegalStateException("bits are read elsewhere");
        };
    }

    /// Of an INT96: nanoseconds of the day and the Julian day.
    private static Instant instant(long nanos, int day) {
        return Instant.ofEpochSecond((day - ColumnEncoder.JULIAN_DAY_OF_1970) * ColumnEncoder.SECONDS_OF_A_DAY, nanos);
    }

    private String[] dictionary() throws IOException {
        var texts =
                new String[requireNonNull(header().getDictionary_page_header()).getNum_values()];
        var page = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position(position);
        for (var at = 0; at < texts.length; at++) {
            texts[at] = shared.apply(text(page));
        }
        return texts;
    }

    private String text(ByteBuffer from) {
        var length = from.getInt();
        var start = from.position();
        from.position(start + length);
        return new String(file, start, length, StandardCharsets.UTF_8);
    }

    private PageHeader header() throws IOException {
        var from = new ByteArrayInputStream(file, position, file.length - position);
        var header = Util.readPageHeader(from);
        position = file.length - from.available();
        return header;
    }

    private int intAt(int at) {
        return ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
    }
}
