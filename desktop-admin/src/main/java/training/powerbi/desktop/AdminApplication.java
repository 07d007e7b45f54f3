package training.powerbi.desktop;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import training.powerbi.desktop.auth.SignIns;
import training.powerbi.desktop.settings.Folders;
import training.powerbi.desktop.settings.UserSettings.Window;
import training.powerbi.desktop.ui.kit.Theme;

/// The program's life between the first window and the last.
public final class AdminApplication extends Application {
    // Drawn from packaging/common/icon.svg.
    private static final List<String> ICONS =
            List.of("/training/powerbi/desktop/ui/icon-32.png", "/training/powerbi/desktop/ui/icon-128.png");
    private static final double WIDTH = 1240;
    private static final double HEIGHT = 820;
    /// What a window manager may put around it.
    private static final double FRAME = 40;

    private static final double LEAST_WIDTH = 760;
    private static final double LEAST_HEIGHT = 560;

    private @Nullable CompositionRoot parts;

    @Override
    public void init() {
        Logging.await();
    }

    @Override
    public void start(Stage stage) {
        var log = LoggerFactory.getLogger(AdminApplication.class);
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> log.error("Not caught", failure));
        var folders = Folders.ofThisComputer();
        var signIn = SignIns.system(folders.data().resolve("tokens"), this::browse, Clock.systemUTC());
        var composed = new CompositionRoot(stage, folders, signIn, this::browse);
        parts = composed;
        // Its look comes before its content: the first control would load JavaFX's own look otherwise, for nothing.
        var root = new StackPane();
        var scene = new Scene(root, WIDTH, HEIGHT);
        Theme.follow(scene, composed.look());
        root.getChildren().add(composed.signIn());
        stage.setScene(scene);
        stage.setTitle(composed.title());
        ICONS.forEach(icon -> stage.getIcons().add(new Image(icon)));
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        place(stage, composed.settings().settings().window());
        stage.setOnCloseRequest(close -> {
            if (composed.mayClose()) {
                composed.settings()
                        .change(known -> known.withWindow(new Window(
                                stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized())));
            } else {
                close.consume();
            }
        });
        stage.show();
        log.info("Window shown");
    }

    /// Where the window stood last time, if that place is still on a screen.
    private static void place(Stage stage, @Nullable Window window) {
        if (window != null
                && !Screen.getScreensForRectangle(window.x() + 40, window.y() + 10, 100, 40)
                        .isEmpty()) {
            stage.setX(window.x());
            stage.setY(window.y());
            stage.setWidth(window.width());
            stage.setHeight(window.height());
            stage.setMaximized(window.maximized());
        } else if (window == null) {
            var screen = Screen.getPrimary().getVisualBounds();
            // Larger than the screen it would begin above it, without a title to drag it by.
            stage.setMaximized(screen.getWidth() < WIDTH + FRAME || screen.getHeight() < HEIGHT + FRAME);
        }
    }

    private void browse(URI address) {
        Platform.runLater(() -> getHostServices().showDocument(address.toString()));
    }

    /// Shows the window above all others; from any thread, and without effect before there is one.
    static void bringToFront() {
        Platform.runLater(() -> Stage.getWindows().stream()
                .filter(Stage.class::isInstance)
                .map(Stage.class::cast)
                .filter(stage -> stage.getOwner() == null)
                .forEach(stage -> {
                    stage.setIconified(false);
                    stage.toFront();
                    stage.requestFocus();
                }));
    }

    @Override
    public void stop() {
        if (parts != null) {
            parts.close();
        }
    }
}
