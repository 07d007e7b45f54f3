package training.powerbi.desktop.ui.dialog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import training.powerbi.desktop.testing.NoFolder;
import training.powerbi.desktop.testing.Pictures;
import training.powerbi.desktop.testing.WindowTest;
import training.powerbi.desktop.ui.kit.Texts;

/// Questions and news with the longest texts there are: all of it can be read, and the buttons can be pressed.
@WindowTest
class FxDialogsTest {
    private static final double SMALLEST_WIDTH = 900;
    private static final double SMALLEST_HEIGHT = 560;
    private static final String LONG_LINE = "presentation/assets/chapter-1/index.html: https://cdn.example.org/"
            + "very-long-folder-name/".repeat(12) + "library.js will not load. Put it into the archive beside it.";
    private static final String TITLE =
            "Lock " + "\"Modelling relationships, measures and calculation groups\" ".repeat(4) + "?";

    private final Stage[] stage = new Stage[1];

    @Start
    void keep(Stage first) {
        stage[0] = first;
    }

    private FxDialogs dialogs(ColorScheme scheme) {
        Pictures.show(stage[0], new StackPane(), 900, 560, scheme);
        return new FxDialogs(stage[0], new Texts(Locale.ENGLISH), address -> {}, new NoFolder());
    }

    private static Stage dialog(Stage owner) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> shown(owner).isPresent());
        WaitForAsyncUtils.waitForFxEvents();
        return shown(owner).orElseThrow();
    }

    private static Optional<Stage> shown(Stage owner) {
        return Window.getWindows().stream()
                .filter(window -> window instanceof Stage && !window.equals(owner) && window.isShowing())
                .map(Stage.class::cast)
                .findFirst();
    }

    @ParameterizedTest
    @EnumSource(names = {"DARK", "LIGHT"})
    void manyLongLinesAreReadWrappedAndScrolled(ColorScheme scheme) throws TimeoutException {
        var dialogs = dialogs(scheme);
        Platform.runLater(() -> dialogs.tell(TITLE, Collections.nCopies(50, LONG_LINE)));
        var dialog = dialog(stage[0]);
        Pictures.take(dialog, "dialog-warnings", scheme);

        fits(dialog);
        assertThat(lines(dialog).getHeight()).isGreaterThan(200);
        press(dialog, "Close");
    }

    @ParameterizedTest
    @EnumSource(names = {"DARK", "LIGHT"})
    void oneLineTakesNoMoreRoomThanItNeeds(ColorScheme scheme) throws TimeoutException {
        var dialogs = dialogs(scheme);
        Platform.runLater(() -> dialogs.tell("The slides are there.", List.of("One thing in them will not load.")));
        var dialog = dialog(stage[0]);
        Pictures.take(dialog, "dialog-one-line", scheme);

        fits(dialog);
        assertThat(lines(dialog).getHeight()).isBetween(20.0, 90.0);
        press(dialog, "Close");
    }

    @ParameterizedTest
    @EnumSource(names = {"DARK", "LIGHT"})
    void aLongQuestionCanBeAnswered(ColorScheme scheme) throws TimeoutException {
        var dialogs = dialogs(scheme);
        var answer = new AtomicBoolean();
        Platform.runLater(
                () -> answer.set(dialogs.confirm(TITLE, Collections.nCopies(20, LONG_LINE), "Lock them all")));
        var dialog = dialog(stage[0]);
        Pictures.take(dialog, "dialog-question", scheme);

        fits(dialog);
        press(dialog, "Lock them all");
        await().atMost(Duration.ofMinutes(1)).untilTrue(answer);
    }

    @ParameterizedTest
    @EnumSource(names = {"DARK", "LIGHT"})
    void whatIsLostForGoodIsNotLostByTheEnterKey(ColorScheme scheme) throws TimeoutException {
        var dialogs = dialogs(scheme);
        var answer = new AtomicBoolean(true);
        Platform.runLater(
                () -> answer.set(dialogs.giveUp("Not all is saved", List.of("Day 1: title"), "Close without saving")));
        var dialog = dialog(stage[0]);
        Pictures.take(dialog, "dialog-give-up", scheme);

        fits(dialog);
        assertThat(button(dialog, "Close without saving").isDefaultButton()).isFalse();
        assertThat(button(dialog, "Cancel").isDefaultButton()).isTrue();
        assertThat(button(dialog, "Cancel").isFocused()).isTrue();
        press(dialog, "Cancel");
        await().atMost(Duration.ofMinutes(1)).untilFalse(answer);
    }

    private static ToldLines lines(Stage dialog) {
        return (ToldLines) dialog.getScene().getRoot().lookup(".scroll-pane");
    }

    private static void fits(Stage dialog) {
        var scene = dialog.getScene();
        assertThat(dialog.getWidth()).isLessThanOrEqualTo(SMALLEST_WIDTH);
        assertThat(dialog.getHeight()).isLessThanOrEqualTo(SMALLEST_HEIGHT);
        for (var button : scene.getRoot().lookupAll(".button")) {
            assertThat(inside(scene, button)).as(button.toString()).isTrue();
            assertThat(((Button) button).getWidth()).isGreaterThanOrEqualTo(button.prefWidth(-1) - 1);
        }
        for (var node : scene.getRoot().lookupAll(".label")) {
            if (node.isVisible() && node instanceof Label label) {
                assertThat(label.getHeight())
                        .as(label.getText())
                        .isGreaterThanOrEqualTo(label.prefHeight(label.getWidth()) - 1);
            }
        }
    }

    private static boolean inside(Scene scene, Node node) {
        Bounds bounds = node.localToScene(node.getBoundsInLocal());
        return bounds.getMinX() >= 0
                && bounds.getMinY() >= 0
                && bounds.getMaxX() <= scene.getWidth()
                && bounds.getMaxY() <= scene.getHeight();
    }

    private static void press(Stage dialog, String words) {
        Pictures.onFx(() -> button(dialog, words).fire());
    }

    private static Button button(Stage dialog, String words) {
        return dialog.getScene().getRoot().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(button -> button.getText().equals(words))
                .findFirst()
                .orElseThrow();
    }
}
