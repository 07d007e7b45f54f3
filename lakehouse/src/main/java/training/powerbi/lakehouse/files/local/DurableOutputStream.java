package training.powerbi.lakehouse.files.local;

import io.delta.kernel.defaults.engine.fileio.PositionOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/// Collects a file in memory (ours are small) and writes it on close, forced to the disk; with its name if it is
/// written atomically.
final class DurableOutputStream extends PositionOutputStream {
    private static final int FIRST_SIZE = 16 * 1024;

    private final Path target;
    private final boolean atomic;
    private byte[] bytes = new byte[FIRST_SIZE];
    private int size;
    private boolean closed;

    DurableOutputStream(Path target, boolean atomic) {
        this.target = target;
        this.atomic = atomic;
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
        if (closed) {
            return;
        }
        closed = true;
        if (atomic) {
            DurableFiles.writeWhole(target, Arrays.copyOf(bytes, size), false);
            return;
        }
        try (var channel = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            DurableFiles.writeAll(channel, ByteBuffer.wrap(bytes, 0, size));
            channel.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(target);
            throw e;
        }
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
