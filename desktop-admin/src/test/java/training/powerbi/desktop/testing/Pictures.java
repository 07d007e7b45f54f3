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
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
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
        var image = new WritableImage[1];
        onFx(() -> image[0] = stage.getScene().snapshot(null));
        var file = FOLDER.resolve(name + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png");
        try {
            Files.createDirectories(FOLDER);
            ImageIO.write(buffered(image[0]), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
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
        var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var reader = image.getPixelReader();
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                copy.setRGB(x, y, reader.getArgb(x, y));
            }
        }
        return copy;
    }
}
