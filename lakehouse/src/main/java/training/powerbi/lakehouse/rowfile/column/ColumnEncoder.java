package training.powerbi.lakehouse.rowfile.column;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/// Encodes one column of a file as one page, after a dictionary page if its texts repeat.
public final class ColumnEncoder {
    static final long SECONDS_OF_A_DAY = 86_400;
    static final long JULIAN_DAY_OF_1970 = 2_440_588;
    // Texts are given a dictionary unless this many of them show that they hardly repeat.
    private static final int TRIAL = 64;
    private static final int BYTES_PER_VALUE = 8;

    private final Column column;
    private final ByteSink file;
    private final ByteSink page;

    /// Encodes one column to the end of the file.
    ///
    /// @param page room for one page at a time, for use by one encoder after another
    public ColumnEncoder(Column column, ByteSink file, ByteSink page) {
        this.column = column;
        this.file = file;
        this.page = page;
    }

    /// Appends the column's pages to the file.
    public ColumnMetaData encode(List<? extends Record> rows) throws IOException {
        var values = new @Nullable Object[rows.size()];
        var present = 0;
        for (var at = 0; at < values.length; at++) {
            values[at] = column.get(rows.get(at));
            present += values[at] == null ? 0 : 1;
        }
        var start = file.size();
        var indices = column.kind().isText() ? indices(values, present) : null;
        var dictionaryEnd = file.size();
        page.clear();
        writeLevels(values, page);
        if (indices == null) {
            writePlain(values, page);
        } else {
            page.write(indices);
        }
        var encoding = indices == null ? Encoding.PLAIN : Encoding.PLAIN_DICTIONARY;
        var header = new PageHeader(PageType.DATA_PAGE, page.size(), page.size());
        header.setData_page_header(new DataPageHeader(values.length, encoding, Encoding.RLE, Encoding.RLE));
        Util.writePageHeader(header, file);
        file.write(page);
        var size = file.size() - start;
        var meta = new ColumnMetaData(
                column.kind().physical(),
                List.of(encoding, Encoding.RLE),
                List.of(column.name()),
                CompressionCodec.UNCOMPRESSED,
                values.length,
                size,
                size,
                dictionaryEnd);
        if (indices != null) {
            meta.setDictionary_page_offset(start);
        }
        return meta;
    }

    /// Which rows have a value, as run lengths.
    private static void writeLevels(@Nullable Object[] values, ByteSink page) throws IOException {
        try (var levels = encoder(1, values.length)) {
            for (var value : values) {
                levels.writeInt(value == null ? 0 : 1);
            }
            var bytes = levels.toBytes();
            page.writeInt((int) bytes.size());
            bytes.writeAllTo(page);
        }
    }

    /// Writes the dictionary page and returns the indices into it, or null when a dictionary does not pay.
    private @Nullable ByteSink indices(@Nullable Object[] values, int present) throws IOException {
        var numbers = new HashMap<Object, Integer>();
        var texts = new ArrayList<Object>();
        var indices = new int[present];
        var count = 0;
        Object last = null;
        var lastNumber = 0;
        for (var value : values) {
            if (value == null) {
                continue;
            }
            // Rows of one learner stand together; most values are the one before.
            if (!value.equals(last)) {
                var known = numbers.putIfAbsent(value, texts.size());
                if (known == null) {
                    lastNumber = texts.size();
                    texts.add(value);
                } else {
                    lastNumber = known;
                }
                last = value;
            }
            indices[count++] = lastNumber;
            if (count == TRIAL && texts.size() > TRIAL / 2) {
                return null;
            }
        }
        if (texts.size() > present / 2) {
            return null;
        }
        writeDictionary(texts);
        var width = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(texts.size() - 1));
        var written = new ByteSink(present);
        written.write(width);
        try (var encoder = encoder(width, present)) {
            for (var at = 0; at < count; at++) {
                encoder.writeInt(indices[at]);
            }
            encoder.toBytes().writeAllTo(written);
        }
        return written;
    }

    private void writeDictionary(List<Object> texts) throws IOException {
        var page = new ByteSink(texts.size() * BYTES_PER_VALUE);
        texts.forEach(text -> page.writeBlock(text(text)));
        var header = new PageHeader(PageType.DICTIONARY_PAGE, page.size(), page.size());
        header.setDictionary_page_header(new DictionaryPageHeader(texts.size(), Encoding.PLAIN_DICTIONARY));
        Util.writePageHeader(header, file);
        file.write(page);
    }

    private void writePlain(@Nullable Object[] values, ByteSink page) {
        switch (column.kind()) {
            case BOOLEAN -> writeBits(values, page);
            case TEXT, ENUM -> {
                for (var value : values) {
                    if (value != null) {
                        page.writeBlock(text(value));
                    }
                }
            }
            case INT, LONG, FLOAT, DOUBLE, INSTANT -> {
                for (var value : values) {
                    if (value != null) {
                        writeNumber(value, page);
                    }
                }
            }
        }
    }

    private static void writeNumber(Object value, ByteSink page) {
        switch (value) {
            case Integer number -> page.writeInt(number);
            case Long number -> page.writeLong(number);
            case Float number -> page.writeInt(Float.floatToRawIntBits(number));
            case Double number -> page.writeLong(Double.doubleToRawLongBits(number));
            case Instant instant -> writeInstant(instant, page);
            default -> throw new IllegalStateException(value.getClass() + " is no number");
        }
    }

    /// Parquet's INT96: nanoseconds of the day, then the Julian day.
    private static void writeInstant(Instant instant, ByteSink page) {
        var second = instant.getEpochSecond();
        page.writeLong(Math.floorMod(second, SECONDS_OF_A_DAY) * 1_000_000_000L + instant.getNano());
        page.writeInt(Math.toIntExact(Math.floorDiv(second, SECONDS_OF_A_DAY) + JULIAN_DAY_OF_1970));
    }

    private static void writeBits(@Nullable Object[] values, ByteSink page) {
        var bits = 0;
        var count = 0;
        for (var value : values) {
            if (value != null) {
                bits |= (Boolean) value ? 1 << count : 0;
                if (++count == Byte.SIZE) {
                    page.write(bits);
                    bits = 0;
                    count = 0;
                }
            }
        }
        if (count > 0) {
            page.write(bits);
        }
    }

    private static byte[] text(Object value) {
        var text = value instanceof Enum<?> constant ? constant.name().toLowerCase(Locale.ROOT) : (String) value;
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static RunLengthBitPackingHybridEncoder encoder(int width, int values) {
        var capacity = Math.max(TRIAL, values * width / Byte.SIZE);
        return new RunLengthBitPackingHybridEncoder(width, capacity, capacity, new HeapByteBufferAllocator());
    }
}
