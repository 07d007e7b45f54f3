package training.powerbi.lakehouse.files;

import io.delta.kernel.defaults.engine.fileio.SeekableInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;

/// A file that was read whole.
public final class MemoryInputStream extends SeekableInputStream {
    private final byte[] bytes;
    private int position;

    public MemoryInputStream(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public long getPos() {
        return position;
    }

    @Override
    public void seek(long newPosition) throws IOException {
        if (newPosition < 0 || newPosition > bytes.length) {
            throw new EOFException("Position " + newPosition + " of " + bytes.length);
        }
        position = (int) newPosition;
    }

    @Override
    public int read() {
        return position < bytes.length ? bytes[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (position >= bytes.length) {
            return length == 0 ? 0 : -1;
        }
        var count = Math.min(length, bytes.length - position);
        System.arraycopy(bytes, position, target, offset, count);
        position += count;
        return count;
    }

    @Override
    public byte[] readAllBytes() {
        var rest = position == 0 ? bytes : Arrays.copyOfRange(bytes, position, bytes.length);
        position = bytes.length;
        return rest;
    }

    @Override
    public void readFully(byte[] target, int offset, int length) throws IOException {
        if (length > bytes.length - position) {
            throw new EOFException("The file ends after " + bytes.length + " bytes");
        }
        System.arraycopy(bytes, position, target, offset, length);
        position += length;
    }
}
