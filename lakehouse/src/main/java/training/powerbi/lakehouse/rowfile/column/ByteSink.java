package training.powerbi.lakehouse.rowfile.column;

import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Bytes under construction; numbers are little-endian, as Parquet has them.
public final class ByteSink extends OutputStream {
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[] bytes;
    private int size;

    public ByteSink(int expected) {
        this.bytes = new byte[Math.max(64, expected)];
    }

    public int size() {
        return size;
    }

    /// Forgets the bytes and keeps the room.
    void clear() {
        size = 0;
    }

    /// The bytes so far; the array is longer than `size()`.
    public byte[] array() {
        return bytes;
    }

    @Override
    public void write(int b) {
        reserve(1);
        bytes[size++] = (byte) b;
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        reserve(length);
        System.arraycopy(source, offset, bytes, size, length);
        size += length;
    }

    void write(ByteSink other) {
        write(other.bytes, 0, other.size);
    }

    public void writeInt(int value) {
        reserve(Integer.BYTES);
        INTS.set(bytes, size, value);
        size += Integer.BYTES;
    }

    void writeLong(long value) {
        reserve(Long.BYTES);
        LONGS.set(bytes, size, value);
        size += Long.BYTES;
    }

    /// A length and that many bytes.
    void writeBlock(byte[] block) {
        writeInt(block.length);
        write(block, 0, block.length);
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
