package training.powerbi.server.material.deck;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/// The bytes of one item of an archive, unpacked as they are read.
final class ZipContent implements AutoCloseable {
    private static final int LOCAL_MARK = 0x04034b50;
    private static final int LOCAL_SIZE = 30;
    private static final int BUFFER = 32 * 1024;

    private final ZipItem item;
    private final Inflater inflater = new Inflater(true);
    private final CheckedInputStream content;
    private long read;

    private ZipContent(ZipItem item, InputStream packed) {
        this.item = item;
        var bytes = item.method() == ZipItem.DEFLATED ? new InflaterInputStream(packed, inflater, BUFFER) : packed;
        this.content = new CheckedInputStream(bytes, new CRC32());
    }

    /// @throws DamagedZipException when the item does not begin where the directory says, or under another name
    static ZipContent open(SeekableByteChannel file, ZipItem item) throws IOException {
        file.position(item.localHeader());
        var fixed = ZipDirectory.bytes(file, LOCAL_SIZE);
        if (fixed.getInt(0) != LOCAL_MARK) {
            throw new DamagedZipException();
        }
        var name = ZipDirectory.bytes(file, fixed.getShort(26) & 0xFFFF);
        if (!ZipDirectory.name(name, item.flags()).equals(item.localName())) {
            throw new DamagedZipException();
        }
        file.position(file.position() + (fixed.getShort(28) & 0xFFFF));
        return new ZipContent(item, new Packed(Channels.newInputStream(file), item.packedSize()));
    }

    /// Fills the buffer as far as one read goes.
    ///
    /// @return how many bytes, or -1 at the end
    /// @throws DamagedZipException when the bytes are not those the directory promised
    int read(byte[] buffer) throws IOException {
        int count = next(buffer);
        if (count > 0) {
            read += count;
            return count;
        }
        if (read != item.size() || content.getChecksum().getValue() != item.crc()) {
            throw new DamagedZipException();
        }
        return -1;
    }

    private int next(byte[] buffer) throws IOException {
        try {
            return content.read(buffer);
        } catch (ZipException | EOFException e) {
            var damaged = new DamagedZipException();
            damaged.initCause(e);
            throw damaged;
        }
    }

    /// Leaves the archive open.
    @Override
    public void close() {
        inflater.end();
    }

    /// As many bytes of the archive as belong to the item.
    private static final class Packed extends InputStream {
        private final InputStream archive;
        private long left;

        Packed(InputStream archive, long size) {
            this.archive = archive;
            this.left = size;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int count = archive.read(target, offset, (int) Math.min(length, left));
            left -= Math.max(count, 0);
            return count;
        }
    }
}
