package training.powerbi.site.player;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jcodec.api.awt.AWTSequenceEncoder;

/// A silent MP4 (H.264) made on the spot: a clock that shows its own second, some kilobytes for a minute.
public final class ShortFilm {
    private static final int FRAMES_A_SECOND = 5;
    private static final int WIDTH = 160;
    private static final int HEIGHT = 96;

    private ShortFilm() {}

    /// The bytes of a film of `seconds`.
    public static byte[] of(int seconds) {
        try {
            var file = Files.createTempFile("film", ".mp4");
            try {
                write(file, seconds);
                return Files.readAllBytes(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    /// Where the table of contents begins, without which no player can show a first picture.
    static int contentsAt(byte[] film) {
        var boxes = ByteBuffer.wrap(film);
        while (boxes.remaining() >= 8) {
            int start = boxes.position();
            long length = Integer.toUnsignedLong(boxes.getInt());
            int name = boxes.getInt();
            if (name == 0x6d6f6f76) {
                return start;
            }
            boxes.position(Math.toIntExact(start + (length == 1 ? boxes.getLong() : length)));
        }
        throw new IllegalArgumentException("This film has no table of contents.");
    }
}
