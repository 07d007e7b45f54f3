package training.powerbi.site.player;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jcodec.api.awt.AWTSequenceEncoder;

/// A silent MP4 (H.264) made on the spot: a clock that shows its own second, some kilobytes for a minute.
public final class ShortFilm {
    private static final int FRAMES_A_SECOND = 5;
    private static final int WIDTH = 160;
    private static final int HEIGHT = 96;
    private static final int HEADER = 8;
    private static final String CONTENTS = "moov";

    private ShortFilm() {}

    /// The bytes of a film of `seconds`.
    public static byte[] of(int seconds) {
        try {
            var file = Files.createTempFile("film", ".mp4");
            try {
                write(file, seconds);
                return contentsFirst(Files.readAllBytes(file));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same in parts, with so many bytes that say nothing between them: who jumps to a part must ask for it.
    public static byte[] inParts(int seconds, int parts, int between) {
        var film = of(seconds);
        var boxes = boxes(ByteBuffer.wrap(film));
        var chunks = chunks(Objects.requireNonNull(boxes.get(CONTENTS)));
        lengthen(Objects.requireNonNull(boxes.get("mdat")), (parts - 1L) * between);
        int count = chunks.getInt(HEADER + 4);
        var cuts = new int[parts + 1];
        cuts[parts] = film.length;
        for (int chunk = count - 1; chunk >= 0; chunk--) {
            int at = HEADER + 8 + 8 * chunk;
            int part = chunk * parts / count;
            cuts[part] = part == 0 ? 0 : Math.toIntExact(chunks.getLong(at));
            chunks.putLong(at, chunks.getLong(at) + (long) part * between);
        }
        var spread = ByteBuffer.allocate(film.length + (parts - 1) * between);
        for (int part = 0; part < parts; part++) {
            spread.position(cuts[part] + part * between).put(film, cuts[part], cuts[part + 1] - cuts[part]);
        }
        return spread.array();
    }

    private static void lengthen(ByteBuffer box, long by) {
        if (box.getInt(0) == 1) {
            box.putLong(HEADER, box.getLong(HEADER) + by);
        } else {
            box.putInt(0, Math.toIntExact(box.getInt(0) + by));
        }
    }

    private static void write(Path file, int seconds) throws IOException {
        var encoder = AWTSequenceEncoder.createSequenceEncoder(file.toFile(), FRAMES_A_SECOND);
        for (int frame = 0; frame < seconds * FRAMES_A_SECOND; frame++) {
            encoder.encodeImage(picture(frame / FRAMES_A_SECOND));
        }
        encoder.finish();
    }

    private static BufferedImage picture(int second) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        var pen = image.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.setFont(new Font(Font.MONOSPACED, Font.BOLD, 40));
        pen.drawString("%d:%02d".formatted(second / 60, second % 60), 20, 60);
        pen.dispose();
        return image;
    }

    /// Moves the table of contents, which the encoder writes last, before the pictures: a player that reads from the
    /// start then needs no more than the start.
    private static byte[] contentsFirst(byte[] film) {
        var boxes = boxes(ByteBuffer.wrap(film));
        var contents = Objects.requireNonNull(boxes.remove(CONTENTS));
        shiftChunks(contents, contents.remaining());
        var ordered = ByteBuffer.allocate(film.length);
        ordered.put(Objects.requireNonNull(boxes.remove("ftyp"))).put(contents);
        boxes.values().forEach(ordered::put);
        return ordered.array();
    }

    /// The boxes in a part of the file, by name, each with its header.
    private static Map<String, ByteBuffer> boxes(ByteBuffer part) {
        var boxes = new LinkedHashMap<String, ByteBuffer>();
        while (part.remaining() >= HEADER) {
            int start = part.position();
            long length = Integer.toUnsignedLong(part.getInt(start));
            int whole = Math.toIntExact(length == 1 ? part.getLong(start + HEADER) : length);
            boxes.put(name(part.slice(start + 4, 4)), part.slice(start, whole));
            part.position(start + whole);
        }
        return boxes;
    }

    private static String name(ByteBuffer letters) {
        return StandardCharsets.US_ASCII.decode(letters).toString();
    }

    /// Every chunk's offset counts from the start of the file.
    private static void shiftChunks(ByteBuffer contents, int by) {
        var box = chunks(contents);
        int count = box.getInt(HEADER + 4);
        for (int chunk = 0; chunk < count; chunk++) {
            int at = HEADER + 8 + 8 * chunk;
            box.putLong(at, box.getLong(at) + by);
        }
    }

    private static ByteBuffer chunks(ByteBuffer contents) {
        var box = contents;
        for (var name : List.of("trak", "mdia", "minf", "stbl", "co64")) {
            box = Objects.requireNonNull(
                    boxes(box.slice(HEADER, box.remaining() - HEADER)).get(name), name);
        }
        return box;
    }
}
