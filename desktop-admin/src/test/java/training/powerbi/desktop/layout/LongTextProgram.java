package training.powerbi.desktop.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import training.powerbi.desktop.testing.Pictures;
import training.powerbi.desktop.ui.kit.Theme;

/// The run in real windows on whatever screen there is: `file` gets what is wrong in windows of all sizes.
/// A size is that of the whole window, with the frame that a window manager gives it. With `pictures` behind it, what
/// is
/// measured lies in `target/screenshots`, to be looked at.
final class LongTextProgram {
    private record Size(int width, int height, ColorScheme scheme) {}

    /// What a frame takes away does not depend on colours, all of which [LongTextTest] goes through.
    private static final List<Size> SIZES = List.of(
            new Size(900, 600, ColorScheme.DARK),
            new Size(1240, 820, ColorScheme.LIGHT),
            new Size(1920, 1080, ColorScheme.DARK));

    private LongTextProgram() {}

    public static void main(String[] arguments) throws InterruptedException {
        var begun = new CountDownLatch(1);
        Platform.setImplicitExit(false);
        Platform.startup(begun::countDown);
        begun.await();
        List<String> faults = new ArrayList<>();
        for (var size : SIZES) {
            run(size, size.scheme(), arguments.length > 1).forEach(fault -> faults.add(size.width() + " " + fault));
        }
        try {
            Files.write(Path.of(arguments[0]), faults);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Platform.exit();
    }

    private static List<String> run(Size size, ColorScheme scheme, boolean pictures) {
        var stage = new Stage[1];
        Pictures.onFx(() -> stage[0] = window(size, scheme));
        var faults = new LongTextRun(root -> shown(stage[0].getScene(), root), (arrangement, scene) -> {
                    if (pictures) {
                        Pictures.take(scene, "long-" + size.width() + "-" + arrangement, scheme);
                    }
                })
                .run();
        Pictures.onFx(stage[0]::close);
        return faults;
    }

    private static Stage window(Size size, ColorScheme scheme) {
        var scene = new Scene(new StackPane(), size.width(), size.height());
        Theme.dress(scene, scheme);
        var stage = new Stage();
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(size.width());
        stage.setHeight(size.height());
        stage.show();
        return stage;
    }

    private static Scene shown(Scene scene, Parent root) {
        scene.setRoot(root);
        return scene;
    }
}
