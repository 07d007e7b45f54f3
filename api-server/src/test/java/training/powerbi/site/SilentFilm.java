package training.powerbi.site;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Route;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// An MP4 file made from nothing: some seconds of silence in FLAC, which needs no encoder to write.
final class SilentFilm {
    static final String ADDRESS = "https://media.example.com/session.mp4";
    private static final int RATE = 8_000;
    private static final int BLOCK = 4_096;
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");

    private SilentFilm() {}

    /// Lets a browser find the film at [#ADDRESS], as a web server would deliver it.
    static void playsIn(BrowserContext context, int seconds) {
        var film = ofSeconds(seconds);
        context.route(ADDRESS, route -> deliver(route, film));
    }

    private static void deliver(Route route, byte[] film) {
        int from = 0;
        int to = film.length;
        var asked = RANGE.matcher(header(route));
        if (asked.matches()) {
            from = Integer.parseInt(asked.group(1));
            to = asked.group(2).isEmpty() ? to : Math.min(to, Integer.parseInt(asked.group(2)) + 1);
        }
        route.fulfill(new Route.FulfillOptions()
                .setStatus(206)
                .setHeaders(Map.of(
                        "Content-Type", "video/mp4",
                        "Accept-Ranges", "bytes",
                        "Content-Range", "bytes %d-%d/%d".formatted(from, to - 1, film.length)))
                .setBodyBytes(Arrays.copyOfRange(film, from, to)));
    }

    private static String header(Route route) {
        @Nullable String range = route.request().headers().get("range");
        return range == null ? "" : range;
    }

    static byte[] ofSeconds(int seconds) {
        int frames = seconds * RATE / BLOCK;
        var sizes = new int[frames];
        var sound = new ByteArrayOutputStream();
        for (int i = 0; i < frames; i++) {
            var frame = frame(i);
            sizes[i] = frame.length;
            sound.writeBytes(frame);
        }
        var type = box("ftyp", text("isom"), ints(512), text("isommp41"));
        // Where the sound begins depends on how long the index before it is, not on what it says.
        int length = type.length + index(sizes, 0).length + 8;
        return joined(type, index(sizes, length), box("mdat", sound.toByteArray()));
    }

    /// A frame of one block in which every sample is zero.
    private static byte[] frame(int number) {
        var head = new ByteArrayOutputStream();
        head.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xF8, (byte) 0xC4, 0x08});
        if (number < 128) {
            head.write(number);
        } else {
            head.write(0xC0 | (number >> 6));
            head.write(0x80 | (number & 0x3F));
        }
        head.write(check(head.toByteArray(), 8, 0x07));
        head.writeBytes(new byte[] {0, 0, 0});
        int sum = check(head.toByteArray(), 16, 0x8005);
        head.write(sum >> 8);
        head.write(sum);
        return head.toByteArray();
    }

    private static int check(byte[] bytes, int width, int polynomial) {
        int top = 1 << (width - 1);
        int sum = 0;
        for (byte value : bytes) {
            sum ^= (value & 0xFF) << (width - 8);
            for (int bit = 0; bit < 8; bit++) {
                sum = (sum & top) == 0 ? sum << 1 : (sum << 1) ^ polynomial;
            }
            sum &= (1 << width) - 1;
        }
        return sum;
    }

    private static byte[] index(int[] sizes, int offset) {
        int length = sizes.length * BLOCK;
        var table = box(
                "stbl",
                box(
                        "stsd",
                        ints(0, 1),
                        box("fLaC", ints(0, 1, 0, 0), shorts(1, 16, 0, 0), ints(RATE << 16), facts(length))),
                box("stts", ints(0, 1, sizes.length, BLOCK)),
                box("stsc", ints(0, 1, 1, sizes.length, 1)),
                box("stsz", ints(0, 0, sizes.length), ints(sizes)),
                box("stco", ints(0, 1, offset)));
        var media = box(
                "mdia",
                box("mdhd", ints(0, 0, 0, RATE, length), shorts(0x55C4, 0)),
                box("hdlr", ints(0, 0), text("soun"), ints(0, 0, 0), new byte[1]),
                box(
                        "minf",
                        box("smhd", ints(0, 0)),
                        box("dinf", box("dref", ints(0, 1), box("url ", ints(1)))),
                        table));
        var track =
                box("trak", box("tkhd", ints(7, 0, 0, 1, 0, length, 0, 0, 0, 0x01000000), MATRIX, ints(0, 0)), media);
        var head = box(
                "mvhd", ints(0, 0, 0, RATE, length, 0x00010000, 0x01000000, 0, 0), MATRIX, ints(0, 0, 0, 0, 0, 0, 2));
        return box("moov", head, track);
    }

    private static final byte[] MATRIX = ints(0x00010000, 0, 0, 0, 0x00010000, 0, 0, 0, 0x40000000);

    /// FLAC's own description of the stream.
    private static byte[] facts(int samples) {
        var info = ByteBuffer.allocate(34)
                .putShort((short) BLOCK)
                .putShort((short) BLOCK)
                .put(new byte[6])
                .putLong(((long) RATE << 44) | (15L << 36) | samples);
        return box("dfLa", ints(0, 0x80000022), info.array());
    }

    private static byte[] box(String name, byte[]... content) {
        var inside = joined(content);
        return joined(ints(inside.length + 8), text(name), inside);
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] ints(int... values) {
        var bytes = ByteBuffer.allocate(values.length * 4);
        Arrays.stream(values).forEach(bytes::putInt);
        return bytes.array();
    }

    private static byte[] shorts(int... values) {
        var bytes = ByteBuffer.allocate(values.length * 2);
        IntStream.of(values).forEach(value -> bytes.putShort((short) value));
        return bytes.array();
    }
}
