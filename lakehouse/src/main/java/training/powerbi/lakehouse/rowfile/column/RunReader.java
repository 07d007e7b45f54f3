package training.powerbi.lakehouse.rowfile.column;

/// Parquet's mixture of run lengths and packed bits, read straight from the file's bytes. The library's reader
/// brings a class of its own for every width, hundreds of them, which a start has to load.
final class RunReader {
    private final byte[] bytes;
    private final int width;
    private int position;
    // Of the run under way: values left, and where its bits go on; -1 when one value repeats.
    private int left;
    private long bit;
    private int repeated;

    RunReader(int width, byte[] bytes, int position) {
        this.width = width;
        this.bytes = bytes;
        this.position = position;
    }

    int next() {
        if (left == 0) {
            begin();
        }
        left--;
        if (bit < 0) {
            return repeated;
        }
        var value = bits();
        bit += width;
        return value;
    }

    private void begin() {
        var header = varint();
        if ((header & 1) == 0) {
            left = header >>> 1;
            bit = -1;
            repeated = 0;
            for (var shift = 0; shift < width; shift += Byte.SIZE) {
                repeated |= (bytes[position++] & 0xff) << shift;
            }
        } else {
            left = (header >>> 1) * Byte.SIZE;
            bit = (long) position * Byte.SIZE;
            position += (header >>> 1) * width;
        }
        if (left == 0) {
            throw new IllegalStateException("a run without values");
        }
    }

    private int bits() {
        var value = 0L;
        var at = (int) (bit >>> 3);
        var offset = (int) bit & 7;
        for (var got = -offset; got < width; got += Byte.SIZE) {
            var next = (long) (bytes[at++] & 0xff);
            value |= got < 0 ? next >>> offset : next << got;
        }
        return (int) (value & (1L << width) - 1);
    }

    private int varint() {
        var value = 0;
        for (var shift = 0; ; shift += 7) {
            var next = bytes[position++];
            value |= (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
