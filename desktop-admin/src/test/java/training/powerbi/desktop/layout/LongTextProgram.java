package training.powerbi.desktop.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import training.powerbi.desktop.testing.Pictures;
import training.powerbi.desktop.ui.kit.Theme;

/// The run in a real window on whatever screen there is: `file width height scheme` writes what is wrong to the file.
/// The
/// size is that of the whole window, with the frame that a window manager gives it. With `pictures` behind these, what
/// is
/// measured lies in `target/screenshots`, to be looked at.
final class LongTextProgram {
    private LongTextProgram() {}

    public static void main(String[] arguments) throws InterruptedException {
        var begun = new CountDownLatch(1);
        Platform.setImplicitExit(false);
        Platform.startup(begun::countDown);
        begun.await();
        var width = Integer.parseInt(arguments[1]);
        var height = Integer.parseInt(arguments[2]);
        var scheme = ColorScheme.valueOf(arguments[3]);
        var scene = new Scene[1];
        Pictures.onFx(() -> scene[0] = window(width, height, scheme));
        var faults = new LongTextRun(root -> shown(scene[0], root), (arrangement, shown) -> {
                    if (arguments.length > 4) {
                        Pictures.take(shown, "long-" + width + "-" + arrangement, scheme);
                    }
                })
                .run();
        try {
            Files.write(Path.of(arguments[0]), faults);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Platform.exit();
    }

    private static Scene window(int width, int height, ColorScheme scheme) {
        var scene = new Scene(new StackPane(), width, height);
        Theme.dress(scene, scheme);
        var stage = new Stage();
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(width);
        stage.setHeight(height);
        stage.show();
        return scene;
    }

    private static Scene shown(Scene scene, Parent root) {
        scene.setRoot(root);
        return scene;
    }
}
