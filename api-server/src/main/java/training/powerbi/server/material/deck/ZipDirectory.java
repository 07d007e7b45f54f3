package training.powerbi.server.material.deck;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/// The directory at the end of a zip file, in its old form or the one for large files (Zip64), which some tools always
/// write. Reads no more than the allowed number of items, whatever the file claims; archives that are split or have
/// data before their beginning are none of ours. Bytes behind the end are left alone.
record ZipDirectory(List<ZipItem> items, long begin) {
    private static final int END_MARK = 0x06054b50;
    private static final int END_SIZE = 22;
    /// A comment, and what programs and mail gateways put behind an archive.
    private static final int LONGEST_TAIL = 1024 * 1024;
    private static final int ITEM_MARK = 0x02014b50;
    private static final int ITEM_SIZE = 46;
    private static final int UNIX = 3;
    private static final int LOCATOR_MARK = 0x07064b50;
    private static final int LOCATOR_SIZE = 20;
    private static final int LARGE_END_MARK = 0x06064b50;
    private static final int LARGE_END_SIZE = 56;
    private static final int LARGE_SIZES = 0x0001;
    private static final int UNICODE_NAME = 0x7075;
    private static final long LARGEST = 1L << 48;

    /// Empty when there are more items than allowed.
    ///
    /// @throws DamagedZipException when this is no readable zip file
    static Optional<ZipDirectory> read(SeekableByteChannel file, int maxItems) throws IOException {
        var end = end(file);
        if (end.count() > maxItems) {
            return Optional.empty();
        }
        file.position(end.begin());
        var items = new ArrayList<ZipItem>();
        for (int i = 0; i < end.count(); i++) {
            items.add(item(file));
        }
        return Optional.of(new ZipDirectory(List.copyOf(items), end.begin()));
    }

    private record End(long count, long size, long begin) {}

    private static End end(SeekableByteChannel file) throws IOException {
        int length = (int) Math.min(file.size(), END_SIZE + LONGEST_TAIL);
        long from = file.size() - length;
        file.position(from);
        var tail = bytes(file, length);
        for (int at = length - END_SIZE; at >= 0; at--) {
            if (tail.getInt(at) == END_MARK && at + END_SIZE + (tail.getShort(at + 20) & 0xFFFF) <= length) {
                var end = end(file, tail.slice(at, END_SIZE).order(ByteOrder.LITTLE_ENDIAN), from + at);
                if (end.isPresent()) {
                    return end.get();
                }
            }
        }
        throw new DamagedZipException();
    }

    /// Empty when this is no end of a directory but happens to look like one.
    private static Optional<End> end(SeekableByteChannel file, ByteBuffer old, long at) throws IOException {
        var end = new End(old.getShort(10) & 0xFFFF, old.getInt(12) & 0xFFFF_FFFFL, old.getInt(16) & 0xFFFF_FFFFL);
        if (end.begin() + end.size() <= at && (old.getShort(8) & 0xFFFF) == end.count()) {
            return Optional.of(end);
        }
        if (at < LOCATOR_SIZE) {
            return Optional.empty();
        }
        file.position(at - LOCATOR_SIZE);
        var locator = bytes(file, LOCATOR_SIZE);
        long place = locator.getLong(8);
        if (locator.getInt(0) != LOCATOR_MARK || place < 0 || place > at - LOCATOR_SIZE - LARGE_END_SIZE) {
            return Optional.empty();
        }
        file.position(place);
        var large = bytes(file, LARGE_END_SIZE);
        var told = new End(large.getLong(32), large.getLong(40), large.getLong(48));
        return large.getInt(0) == LARGE_END_MARK
                        && told.count() >= 0
                        && told.begin() >= 0
                        && told.size() >= 0
                        && told.size() <= place - told.begin()
                ? Optional.of(told)
                : Optional.empty();
    }

    private static ZipItem item(SeekableByteChannel file) throws IOException {
        var fixed = bytes(file, ITEM_SIZE);
        if (fixed.getInt(0) != ITEM_MARK) {
            throw new DamagedZipException();
        }
        var flags = ZipItem.Flags.of(fixed.getShort(8));
        var raw = bytes(file, fixed.getShort(28) & 0xFFFF);
        var name = name(raw, flags);
        var extra = bytes(file, fixed.getShort(30) & 0xFFFF);
        bytes(file, fixed.getShort(32) & 0xFFFF);
        var large = field(extra, LARGE_SIZES);
        // In this order they stand in the field, those that need it.
        long size = size(fixed.getInt(24), large);
        long packedSize = size(fixed.getInt(20), large);
        long localHeader = size(fixed.getInt(42), large);
        return new ZipItem(
                unicodeName(extra, raw).orElse(name),
                name,
                flags,
                fixed.getShort(10) & 0xFFFF,
                fixed.getInt(16) & 0xFFFF_FFFFL,
                packedSize,
                size,
                fixed.get(5) == UNIX ? fixed.getInt(38) >>> 16 : 0,
                localHeader);
    }

    private static long size(int told, ByteBuffer large) throws DamagedZipException {
        if (told != -1 || large.remaining() < Long.BYTES) {
            return told & 0xFFFF_FFFFL;
        }
        long size = large.getLong();
        if (size < 0 || size > LARGEST) {
            throw new DamagedZipException();
        }
        return size;
    }

    /// The name in UTF-8 beside an old one, as WinRAR and Info-ZIP write it; worth nothing once the old one was
    /// changed.
    private static Optional<String> unicodeName(ByteBuffer extra, ByteBuffer raw) throws DamagedZipException {
        var field = field(extra, UNICODE_NAME);
        if (field.remaining() < 6 || field.get(0) != 1) {
            return Optional.empty();
        }
        var sum = new CRC32();
        sum.update(raw.duplicate());
        return (int) sum.getValue() == field.getInt(1)
                ? Optional.of(name(field.slice(5, field.remaining() - 5), new ZipItem.Flags(false, true)))
                : Optional.empty();
    }

    /// The content of one of the fields behind a name; empty when there is none.
    private static ByteBuffer field(ByteBuffer extra, int id) {
        for (int at = 0; at + 4 <= extra.limit(); ) {
            int length = extra.getShort(at + 2) & 0xFFFF;
            if ((extra.getShort(at) & 0xFFFF) == id && at + 4 + length <= extra.limit()) {
                return extra.slice(at + 4, length).order(ByteOrder.LITTLE_ENDIAN);
            }
            at += 4 + length;
        }
        return ByteBuffer.allocate(0);
    }

    /// Many tools write UTF-8 without saying so.
    static String name(ByteBuffer name, ZipItem.Flags flags) throws DamagedZipException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(name.duplicate()).toString();
        } catch (CharacterCodingException e) {
            if (flags.utf8()) {
                throw new DamagedZipException();
            }
            return OldNames.read(name);
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
