package training.powerbi.desktop.testing;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import training.powerbi.desktop.ui.kit.Theme;

/// Screens as pictures in `target/screenshots`, to be looked at.
public final class Pictures {
    private static final Path FOLDER = Path.of("target", "screenshots");

    private Pictures() {}

    /// Shows a screen in the program's look, dark or light.
    public static void show(Stage stage, Parent root, int width, int height, ColorScheme scheme) {
        onFx(() -> {
            var scene = new Scene(root, width, height);
            Theme.dress(scene, scheme);
            stage.setScene(scene);
            stage.show();
            root.applyCss();
            root.layout();
        });
    }

    public static Path take(Stage stage, String name, ColorScheme scheme) {
        return take(stage.getScene(), name, scheme);
    }

    public static Path take(Scene scene, String name, ColorScheme scheme) {
        var image = new WritableImage[1];
        onFx(() -> image[0] = scene.snapshot(null));
        var file = FOLDER.resolve(name + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png");
        try {
            Files.createDirectories(FOLDER);
            write(buffered(image[0]), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /// Packed little: packing well takes longer than all else a test does.
    private static void write(BufferedImage image, Path file) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("png").next();
        var settings = writer.getDefaultWriteParam();
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionQuality(0.9f);
        Files.deleteIfExists(file);
        try (var out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), settings);
        } finally {
            writer.dispose();
        }
    }

    /// Runs on the FX thread and waits for it.
    public static void onFx(Runnable action) {
        var task = new FutureTask<>(action, true);
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
        try {
            task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static BufferedImage buffered(WritableImage image) {
        var width = (int) image.getWidth();
        var height = (int) image.getHeight();
        var pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        copy.setRGB(0, 0, width, height, pixels, 0, width);
        return copy;
    }
}
