package training.powerbi.client.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// A part of a file, read as it is sent. The channel stays open for the next one.
final class PieceStream extends InputStream {
    private final FileChannel file;
    private final long end;
    private long position;

    PieceStream(FileChannel file, long start, long length) {
        this.file = file;
        this.position = start;
        this.end = start + length;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (position >= end) {
            return -1;
        }
        int most = (int) Math.min(length, end - position);
        int count = file.read(ByteBuffer.wrap(target, offset, most), position);
        if (count > 0) {
            position += count;
        }
        return count;
    }
}
