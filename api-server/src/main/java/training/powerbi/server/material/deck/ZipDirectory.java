package training.powerbi.server.material.deck;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The directory at the end of a zip file. Reads no more than the allowed number of items, whatever the file claims;
/// archives beyond 4 GiB or 65,535 items, split or with data before their beginning are none of ours.
record ZipDirectory(List<ZipItem> items, long begin) {
    private static final int END_MARK = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int ITEM_MARK = 0x02014b50;
    private static final int ITEM_SIZE = 46;
    private static final int UNIX = 3;
    /// What zip meant before it meant UTF-8.
    private static final Charset OLD_NAMES =
            Charset.isSupported("IBM437") ? Charset.forName("IBM437") : StandardCharsets.ISO_8859_1;

    /// Empty when there are more items than allowed.
    ///
    /// @throws DamagedZipException when this is no readable zip file
    static Optional<ZipDirectory> read(SeekableByteChannel file, int maxItems) throws IOException {
        var end = end(file);
        int count = end.getShort(10) & 0xFFFF;
        long size = end.getInt(12) & 0xFFFF_FFFFL;
        long begin = end.getInt(16) & 0xFFFF_FFFFL;
        if (begin + size > file.size() || count != (end.getShort(8) & 0xFFFF)) {
            throw new DamagedZipException();
        }
        if (count > maxItems) {
            return Optional.empty();
        }
        file.position(begin);
        var items = new ArrayList<ZipItem>();
        for (int i = 0; i < count; i++) {
            items.add(item(file));
        }
        return Optional.of(new ZipDirectory(List.copyOf(items), begin));
    }

    private static ByteBuffer end(SeekableByteChannel file) throws IOException {
        int length = (int) Math.min(file.size(), END_SIZE + LONGEST_COMMENT);
        file.position(file.size() - length);
        var tail = bytes(file, length);
        for (int at = length - END_SIZE; at >= 0; at--) {
            if (tail.getInt(at) == END_MARK && at + END_SIZE + (tail.getShort(at + 20) & 0xFFFF) == length) {
                return tail.slice(at, END_SIZE).order(ByteOrder.LITTLE_ENDIAN);
            }
        }
        throw new DamagedZipException();
    }

    private static ZipItem item(SeekableByteChannel file) throws IOException {
        var fixed = bytes(file, ITEM_SIZE);
        if (fixed.getInt(0) != ITEM_MARK) {
            throw new DamagedZipException();
        }
        var flags = ZipItem.Flags.of(fixed.getShort(8));
        var name = name(bytes(file, fixed.getShort(28) & 0xFFFF), flags);
        bytes(file, (fixed.getShort(30) & 0xFFFF) + (fixed.getShort(32) & 0xFFFF));
        return new ZipItem(
                name,
                flags,
                fixed.getShort(10) & 0xFFFF,
                fixed.getInt(16) & 0xFFFF_FFFFL,
                fixed.getInt(20) & 0xFFFF_FFFFL,
                fixed.getInt(24) & 0xFFFF_FFFFL,
                fixed.get(5) == UNIX ? fixed.getInt(38) >>> 16 : 0,
                fixed.getInt(42) & 0xFFFF_FFFFL);
    }

    /// Many tools write UTF-8 without saying so.
    static String name(ByteBuffer name, ZipItem.Flags flags) throws DamagedZipException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(name.duplicate()).toString();
        } catch (CharacterCodingException e) {
            if (flags.utf8()) {
                throw new DamagedZipException();
            }
            return OLD_NAMES.decode(name).toString();
        }
    }

    static ByteBuffer bytes(SeekableByteChannel file, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (file.read(bytes) < 0) {
                throw new DamagedZipException();
            }
        }
        return bytes.flip();
    }
}
