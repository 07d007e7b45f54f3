package training.powerbi.lakehouse.files;

import io.delta.kernel.defaults.engine.fileio.PositionOutputStream;
import io.delta.kernel.utils.CloseableIterator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Collects a file in memory (ours are small) and hands it over whole on close.
public final class MemoryOutputStream extends PositionOutputStream {
    private static final int FIRST_SIZE = 16 * 1024;

    /// Takes the whole file.
    public interface Target {
        void take(byte[] bytes, int size) throws IOException;
    }

    private final Target target;
    private byte[] bytes = new byte[FIRST_SIZE];
    private int size;
    private boolean closed;

    public MemoryOutputStream(Target target) {
        this.target = target;
    }

    /// The lines as a file has them.
    public static byte[] lines(CloseableIterator<String> data) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (data) {
            while (data.hasNext()) {
                bytes.writeBytes(data.next().getBytes(StandardCharsets.UTF_8));
                bytes.write('\n');
            }
        }
        return bytes.toByteArray();
    }

    @Override
    public long getPos() {
        return size;
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

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            target.take(bytes, size);
        }
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
