package training.powerbi.server.testing;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jcodec.api.awt.AWTSequenceEncoder;
import org.jcodec.common.io.NIOUtils;
import org.jcodec.common.model.Rational;

/// Small videos for tests: a real one that plays, and built ones of any size whose content is noise.
public final class TinyVideos {
    private TinyVideos() {}

    /// H.264 in MP4, 64 by 48 pixels, one frame a second.
    public static byte[] real(int seconds, Path folder) throws IOException {
        var file = folder.resolve("real-" + seconds + ".mp4");
        try (var channel = NIOUtils.writableFileChannel(file.toString())) {
            var encoder = new AWTSequenceEncoder(channel, Rational.R(1, 1));
            for (int second = 0; second < seconds; second++) {
                encoder.encodeImage(picture(second));
            }
            encoder.finish();
        }
        return Files.readAllBytes(file);
    }

    private static BufferedImage picture(int number) {
        var image = new BufferedImage(64, 48, BufferedImage.TYPE_3BYTE_BGR);
        var pen = image.createGraphics();
        pen.setColor(new Color(40, 90, 20 * number % 256));
        pen.fillRect(0, 0, 64, 48);
        pen.dispose();
        return image;
    }

    /// An MP4 with as many bytes of content.
    public static byte[] mp4(int seconds, int content) {
        return join(
                box("ftyp", ascii("isom"), ints(512), ascii("isomiso2avc1mp41")), movie(seconds, true), noise(content));
    }

    /// The same as some programs write it, with the description behind the content.
    public static byte[] mp4WithLateDescription(int seconds, int content) {
        return join(box("ftyp", ascii("isom"), ints(512)), noise(content), movie(seconds, false));
    }

    private static byte[] movie(int seconds, boolean narrow) {
        var header = narrow
                ? box("mvhd", ints(0, 0, 0, 1000, seconds * 1000), new byte[80])
                : box("mvhd", ints(1 << 24, 0, 0, 0, 0, 1000, 0, seconds * 1000), new byte[80]);
        var track = box("tkhd", ints(7, 0, 0, 1, 0, seconds * 1000), new byte[52], ints(640 << 16, 360 << 16));
        var media = box(
                "mdia",
                box("mdhd", ints(0, 0, 0, 1000, seconds * 1000, 0)),
                box("hdlr", ints(0, 0), ascii("vide"), new byte[13]),
                box("minf", box("stbl", box("stsd", ints(0, 1), pictures("avc1", 66)))));
        return box("moov", header, box("trak", track, media));
    }

    /// A sample description of H.264.
    public static byte[] pictures(String name, int profile) {
        var settings = new byte[] {1, (byte) profile, 0, 30, (byte) 0xff, (byte) 0xe0, 0};
        return box(name, new byte[78], box("avcC", settings));
    }

    private static byte[] noise(int length) {
        var bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 31 + (i >> 8) * 7 + (i >> 16));
        }
        return box("mdat", bytes);
    }

    public static byte[] box(String name, byte[]... parts) {
        var body = join(parts);
        return join(ints(body.length + 8), name.getBytes(StandardCharsets.ISO_8859_1), body);
    }

    /// A WebM as a file, or as a recorder writes it: sizes and length unknown.
    public static byte[] webm(int seconds, boolean live) {
        var info = element(
                0x1549A966,
                element(0x2AD7B1, new byte[] {0x0f, 0x42, 0x40}),
                live ? new byte[0] : element(0x4489, doubles(seconds * 1000.0)));
        var tracks = element(
                0x1654AE6B,
                element(
                        0xAE,
                        element(0x83, new byte[] {1}),
                        element(0x86, ascii("V_VP8")),
                        element(0xE0, element(0xB0, new byte[] {2, (byte) 0x80}), element(0xBA, new byte[] {1, 0x68
                        }))));
        var block = element(0xA3, new byte[] {(byte) 0x81, 0, 0, 0, 1, 2, 3});
        var clusters = new ByteArrayOutputStream();
        for (int second = 0; second <= seconds; second++) {
            var time =
                    element(0xE7, ByteBuffer.allocate(4).putInt(second * 1000).array());
            clusters.writeBytes(live ? endless(0x1F43B675, time, block) : element(0x1F43B675, time, block));
        }
        var content = join(info, tracks, clusters.toByteArray());
        var head = element(0x1A45DFA3, element(0x4286, new byte[] {1}), element(0x4282, ascii("webm")));
        return join(head, live ? endless(0x18538067, content) : element(0x18538067, content));
    }

    private static byte[] element(int id, byte[]... parts) {
        var body = join(parts);
        return join(
                id(id), ByteBuffer.allocate(8).putLong((1L << 56) | body.length).array(), body);
    }

    private static byte[] endless(int id, byte[]... parts) {
        return join(id(id), new byte[] {(byte) 0xff}, join(parts));
    }

    private static byte[] id(int id) {
        int length = (39 - Integer.numberOfLeadingZeros(id)) / 8;
        var bytes = ByteBuffer.allocate(4).putInt(id).array();
        return java.util.Arrays.copyOfRange(bytes, 4 - length, 4);
    }

    /// Theora pictures in Ogg, 10 a second.
    public static byte[] ogg(int seconds) {
        var head = ByteBuffer.allocate(42);
        head.put((byte) 0x80)
                .put(ascii("theora"))
                .put(new byte[] {3, 2, 1})
                .putShort((short) 40)
                .putShort((short) 23);
        head.put(new byte[] {0, 2, (byte) 0x80, 0, 1, 0x68, 0, 0}).putInt(10).putInt(1);
        head.putShort(40, (short) (6 << 5));
        var pages = new ByteArrayOutputStream();
        pages.writeBytes(page(2, 0, 0, head.array()));
        for (int second = 1; second <= seconds; second++) {
            pages.writeBytes(page(0, ((long) second * 10) << 6, second, new byte[200]));
        }
        return pages.toByteArray();
    }

    private static byte[] page(int flags, long granule, int number, byte[] packet) {
        return ByteBuffer.allocate(28 + packet.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("OggS"))
                .put((byte) 0)
                .put((byte) flags)
                .putLong(granule)
                .putInt(7)
                .putInt(number)
                .putInt(0)
                .put((byte) 1)
                .put((byte) packet.length)
                .put(packet)
                .array();
    }

    public static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] ints(int... values) {
        var bytes = ByteBuffer.allocate(values.length * Integer.BYTES);
        for (int value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }

    private static byte[] doubles(double value) {
        return ByteBuffer.allocate(Double.BYTES).putDouble(value).array();
    }
}
