package training.powerbi.desktop.testing;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.jcodec.api.awt.AWTSequenceEncoder;

/// A short MP4 (H.264) that any player shows, without sound, which a computer without a sound card would wait for.
public final class SilentFilm {
    private static final int FRAMES_A_SECOND = 5;

    private SilentFilm() {}

    /// Writes a film whose pictures change with each second.
    public static Path write(Path file, int seconds) throws IOException {
        var encoder = AWTSequenceEncoder.createSequenceEncoder(file.toFile(), FRAMES_A_SECOND);
        for (var frame = 0; frame < seconds * FRAMES_A_SECOND; frame++) {
            var picture = new BufferedImage(160, 96, BufferedImage.TYPE_3BYTE_BGR);
            var pen = picture.createGraphics();
            pen.setColor(Color.ORANGE);
            pen.fillRect(0, 0, 160 * (frame / FRAMES_A_SECOND + 1) / seconds, 96);
            pen.dispose();
            encoder.encodeImage(picture);
        }
        encoder.finish();
        return file;
    }
}
