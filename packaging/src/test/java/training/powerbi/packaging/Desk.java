package training.powerbi.packaging;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;

/// Someone before the screen: finds the window, types, and looks. Knows nothing of the program but what is seen.
final class Desk {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK_EVERY = Duration.ofMillis(400);
    // A blinking caret is far less, a bar that shows work going on is more.
    private static final int STILL = 40;

    private final VirtualDisplay display;
    private final Path pictures;

    Desk(VirtualDisplay display, Path pictures) throws IOException {
        this.display = display;
        this.pictures = Files.createDirectories(pictures);
    }

    /// Waits for a window of this title, gives it the keyboard, and says its number.
    String window(String title) throws IOException, InterruptedException {
        Awaitility.await("a window called " + title)
                .atMost(PATIENCE)
                .pollInterval(LOOK_EVERY)
                .ignoreExceptions()
                .until(() -> !find(title).isEmpty());
        var window = find(title).lines().findFirst().orElseThrow();
        run("xdotool", "windowfocus", "--sync", window);
        return window;
    }

    private String find(String title) throws IOException, InterruptedException {
        return run("xdotool", "search", "--onlyvisible", "--name", "^" + title + "$");
    }

    void type(String text) throws IOException, InterruptedException {
        run("xdotool", "type", "--delay", "40", text);
    }

    void press(String key) throws IOException, InterruptedException {
        run("xdotool", "key", key);
    }

    /// Looks until the screen differs from an earlier look by this many pixels and moves no more.
    BufferedImage await(String change, BufferedImage before, int pixels) throws IOException, InterruptedException {
        var seen = new BufferedImage[] {look(), look()};
        try {
            Awaitility.await(change).atMost(PATIENCE).pollInterval(LOOK_EVERY).until(() -> {
                seen[0] = seen[1];
                seen[1] = look();
                return difference(seen[0], seen[1]) < STILL && difference(before, seen[1]) > pixels;
            });
        } finally {
            ImageIO.write(
                    seen[1],
                    "png",
                    pictures.resolve(change.replace(' ', '-') + ".png").toFile());
        }
        return seen[1];
    }

    BufferedImage look() throws IOException, InterruptedException {
        var file = pictures.resolve("look.png");
        run("import", "-window", "root", file.toString());
        var image = ImageIO.read(file.toFile());
        Files.delete(file);
        return image;
    }

    static int difference(BufferedImage one, BufferedImage other) {
        var count = 0;
        for (var y = 0; y < one.getHeight(); y++) {
            for (var x = 0; x < one.getWidth(); x++) {
                count += one.getRGB(x, y) == other.getRGB(x, y) ? 0 : 1;
            }
        }
        return count;
    }

    private String run(String... command) throws IOException, InterruptedException {
        var program = new ProcessBuilder(List.of(command));
        display.take(program);
        var process = program.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() > 1 || !errors.isEmpty()) {
            throw new IOException(String.join(" ", command) + ": " + errors);
        }
        return output;
    }
}
