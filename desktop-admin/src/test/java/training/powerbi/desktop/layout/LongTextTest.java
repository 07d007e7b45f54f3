package training.powerbi.desktop.layout;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.ColorScheme;
import javafx.scene.Scene;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import training.powerbi.desktop.testing.WindowTest;
import training.powerbi.desktop.ui.kit.Theme;

/// The gallery of states with the longest texts the portal takes, in small, usual and large windows, dark and light.
@WindowTest
class LongTextTest {

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
        var run = new LongTextRun(
                root -> {
                    var scene = new Scene(root, width, height);
                    Theme.dress(scene, scheme);
                    return scene;
                },
                (arrangement, scene) -> {});

        assertThat(run.run()).isEmpty();
    }
}
