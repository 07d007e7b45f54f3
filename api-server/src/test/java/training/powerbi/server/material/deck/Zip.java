package training.powerbi.server.material.deck;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Writes zip files byte by byte, so that they can lie about everything.
public final class Zip {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<byte[]> directory = new ArrayList<>();

    /// What one item says of itself; null or negative where it tells the truth.
    private record Lie(long size, int flags, int mode, String localName) {}

    public Zip file(String name, String content) {
        return add(name, content.getBytes(StandardCharsets.UTF_8), new Lie(-1, 0, 0100644, name));
    }

    public Zip file(String name, byte[] content) {
        return add(name, content, new Lie(-1, 0, 0100644, name));
    }

    Zip link(String name, String target) {
        return add(name, target.getBytes(StandardCharsets.UTF_8), new Lie(-1, 0, 0120777, name));
    }

    Zip encrypted(String name, String content) {
        return add(name, content.getBytes(StandardCharsets.UTF_8), new Lie(-1, 1, 0100644, name));
    }

    Zip claimingSize(String name, byte[] content, long size) {
        return add(name, content, new Lie(size, 0, 0100644, name));
    }

    Zip underAnotherName(String name, String localName, String content) {
        return add(name, content.getBytes(StandardCharsets.UTF_8), new Lie(-1, 0, 0100644, localName));
    }

    private Zip add(String name, byte[] content, Lie lie) {
        byte[] packed = deflate(content);
        var crc = new CRC32();
        crc.update(content);
        int offset = out.size();
        byte[] stored = name.getBytes(StandardCharsets.UTF_8);
        byte[] local = lie.localName().getBytes(StandardCharsets.UTF_8);
        int size = lie.size() < 0 ? content.length : (int) lie.size();
        out.writeBytes(little(30)
                .putInt(0x04034b50)
                .putShort((short) 20)
                .putShort((short) lie.flags())
                .putShort((short) 8)
                .putInt(0)
                .putInt((int) crc.getValue())
                .putInt(packed.length)
                .putInt(size)
                .putShort((short) local.length)
                .putShort((short) 0)
                .array());
        out.writeBytes(local);
        out.writeBytes(packed);
        byte[] line = new byte[46 + stored.length];
        ByteBuffer.wrap(line)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x02014b50)
                .putShort((short) 0x0314)
                .putShort((short) 20)
                .putShort((short) lie.flags())
                .putShort((short) 8)
                .putInt(0)
                .putInt((int) crc.getValue())
                .putInt(packed.length)
                .putInt(size)
                .putShort((short) stored.length)
                .putInt(0)
                .putInt(0)
                .putInt(lie.mode() << 16)
                .putInt(offset)
                .put(stored);
        directory.add(line);
        return this;
    }

    public byte[] bytes() {
        var file = new ByteArrayOutputStream();
        file.writeBytes(out.toByteArray());
        directory.forEach(file::writeBytes);
        int size = directory.stream().mapToInt(line -> line.length).sum();
        file.writeBytes(little(22)
                .putInt(0x06054b50)
                .putInt(0)
                .putShort((short) directory.size())
                .putShort((short) directory.size())
                .putInt(size)
                .putInt(out.size())
                .putShort((short) 0)
                .array());
        return file.toByteArray();
    }

    /// The same with its end in the form for large archives, which some tools always write.
    public byte[] largeBytes() {
        var file = new ByteArrayOutputStream();
        file.writeBytes(out.toByteArray());
        directory.forEach(file::writeBytes);
        long place = file.size();
        file.writeBytes(little(56)
                .putInt(0x06064b50)
                .putLong(44)
                .putInt(0x002D002D)
                .putLong(0)
                .putLong(directory.size())
                .putLong(directory.size())
                .putLong(place - out.size())
                .putLong(out.size())
                .array());
        file.writeBytes(
                little(20).putInt(0x07064b50).putInt(0).putLong(place).putInt(1).array());
        file.writeBytes(little(22)
                .putInt(0x06054b50)
                .putInt(0)
                .putInt(-1)
                .putInt(-1)
                .putInt(-1)
                .putShort((short) 0)
                .array());
        return file.toByteArray();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] deflate(byte[] content) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(content);
        deflater.finish();
        var packed = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
            packed.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return packed.toByteArray();
    }
}
