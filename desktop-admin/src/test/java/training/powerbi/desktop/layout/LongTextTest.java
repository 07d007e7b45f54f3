package training.powerbi.desktop.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import training.powerbi.desktop.testing.NoFolder;
import training.powerbi.desktop.testing.Pictures;
import training.powerbi.desktop.testing.WindowTest;
import training.powerbi.desktop.ui.dialog.FxDialogs;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.kit.Theme;

/// The gallery of states with the longest texts the portal takes, in small, usual and large windows, dark and light.
@WindowTest
class LongTextTest {
    private final Stage[] stage = new Stage[1];

    @TempDir
    private Path folder;

    @Start
    void keep(Stage first) {
        stage[0] = first;
    }

    @ParameterizedTest
    @CsvSource({
        "900, 600, DARK",
        "900, 600, LIGHT",
        "1240, 820, DARK",
        "1240, 820, LIGHT",
        "1920, 1080, DARK",
        "1920, 1080, LIGHT"
    })
    void holdsTheLongestTexts(int width, int height, ColorScheme scheme) {
        assertThat(run(width, height, scheme).run()).isEmpty();
    }

    private static LongTextRun run(int width, int height, ColorScheme scheme) {
        return new LongTextRun(
                root -> {
                    var scene = new Scene(root, width, height);
                    Theme.dress(scene, scheme);
                    return scene;
                },
                (name, scene) -> {});
    }

    @ParameterizedTest
    @CsvSource({"DARK", "LIGHT"})
    void holdsTheLongestTextsWhileSigningIn(ColorScheme scheme) {
        assertThat(run(900, 600, scheme).signIn(folder)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"DARK", "LIGHT"})
    void holdsTheLongestTextsInDialogs(ColorScheme scheme) throws TimeoutException {
        Pictures.show(stage[0], new StackPane(), 900, 560, scheme);
        var dialogs = new FxDialogs(stage[0], new Texts(Locale.ENGLISH), address -> {}, new NoFolder());
        var lines = List.of(LongCourse.WORDS, LongCourse.ONE_WORD, LongCourse.WIDE);

        assertThat(faults(() -> dialogs.confirm(LongCourse.WORDS, lines, "Lock")))
                .isEmpty();
        assertThat(faults(() -> dialogs.giveUp(LongCourse.ONE_WORD, lines, "Remove captions")))
                .isEmpty();
        assertThat(faults(() -> dialogs.tell(LongCourse.WIDE, Collections.nCopies(50, LongCourse.WORDS))))
                .isEmpty();
    }

    /// What is wrong with the dialog that is opened.
    private List<String> faults(Runnable opening) throws TimeoutException {
        Platform.runLater(opening);
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> dialog().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
        List<String> faults = new ArrayList<>();
        Pictures.onFx(() -> {
            var shown = dialog().orElseThrow();
            faults.addAll(Faults.of(shown.getScene()));
            shown.close();
        });
        return faults;
    }

    private Optional<Stage> dialog() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof Stage && !window.equals(stage[0]) && window.isShowing())
                .map(Stage.class::cast)
                .findFirst();
    }
}
