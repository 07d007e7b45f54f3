package training.powerbi.client.testing;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/// MP4 files of any size that say how long they last; their content is noise, and the same for the same size.
public final class NoiseVideo {
    private static final int BLOCK = 64 * 1024;

    private NoiseVideo() {}

    public static Path write(Path file, int seconds, int contentBytes) {
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(box("ftyp", text("isom"), ints(512), text("isomiso2avc1mp41")));
            out.write(movie(seconds));
            out.write(ints(contentBytes + 8));
            out.write(text("mdat"));
            var random = new Random(contentBytes);
            var block = new byte[BLOCK];
            for (int left = contentBytes; left > 0; left -= BLOCK) {
                random.nextBytes(block);
                out.write(block, 0, Math.min(left, BLOCK));
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] movie(int seconds) {
        var header = box("mvhd", ints(0, 0, 0, 1000, seconds * 1000), new byte[80]);
        var track = box("tkhd", ints(7, 0, 0, 1, 0, seconds * 1000), new byte[52], ints(640 << 16, 360 << 16));
        var media = box(
                "mdia",
                box("mdhd", ints(0, 0, 0, 1000, seconds * 1000, 0)),
                box("hdlr", ints(0, 0), text("vide"), new byte[13]),
                box("minf", box("stbl", box("stsd", ints(0, 1), pictures()))));
        return box("moov", header, box("trak", track, media));
    }

    /// Says H.264 in its plainest profile.
    private static byte[] pictures() {
        return box("avc1", new byte[78], box("avcC", new byte[] {1, 66, 0, 30, (byte) 0xff, (byte) 0xe0, 0}));
    }

    private static byte[] box(String name, byte[]... parts) {
        var body = new ByteArrayOutputStream();
        for (var part : parts) {
            body.writeBytes(part);
        }
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(ints(body.size() + 8));
        whole.writeBytes(text(name));
        whole.writeBytes(body.toByteArray());
        return whole.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] ints(int... values) {
        var bytes = ByteBuffer.allocate(values.length * Integer.BYTES);
        for (int value : values) {
            bytes.putInt(value);
        }
        return bytes.array();
    }
}
