package training.powerbi.desktop.ui.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.application.ColorScheme;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import training.powerbi.desktop.testing.Pictures;
import training.powerbi.desktop.testing.Samples;
import training.powerbi.desktop.testing.WindowTest;
import training.powerbi.desktop.ui.preview.PreviewView;

@WindowTest
class DayViewTest {
    private final Pane pane = Pane.atOnce();
    private final Stage[] stage = new Stage[1];

    @Start
    void keep(Stage first) {
        stage[0] = first;
    }

    private void full() {
        pane.desk.portal.course = Samples.fullCourse();
        pane.desk.read();
        pane.choose(2);
    }

    private void show(ColorScheme scheme, int height) {
        Pictures.onFx(() -> Pictures.show(stage[0], new DayView(pane.model()).root(), 520, height, scheme));
    }

    private Node find(String id) {
        return stage[0].getScene().getRoot().lookup(id);
    }

    @Test
    void savesATitleByKeyboard(FxRobot robot) {
        full();
        show(ColorScheme.DARK, 900);
        robot.clickOn("#day-title").press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
        robot.write("Sources").press(KeyCode.CONTROL, KeyCode.S).release(KeyCode.S, KeyCode.CONTROL);

        assertThat(pane.desk.portal.day(2).title()).isEqualTo("Sources");
    }

    @Test
    void givesEveryButtonAName() {
        full();
        show(ColorScheme.DARK, 900);

        assertThat(stage[0].getScene().getRoot().lookupAll(".button"))
                .filteredOn(Button.class::isInstance)
                .allSatisfy(button -> {
                    var name = button.getAccessibleText();
                    var text = ((Button) button).getText();
                    assertThat(name == null || name.isBlank() ? text : name).isNotBlank();
                });
    }

    @Test
    void previewsARecordingByItsButton() {
        full();
        show(ColorScheme.DARK, 900);
        var recording = pane.desk.day(2).day().recordings().getFirst();
        Pictures.onFx(() -> ((Button) find("#preview-" + recording.recordingId())).fire());

        var shown = new Parent[1];
        Pictures.onFx(() -> shown[0] = new PreviewView(pane.preview).root());
        assertThat(shown[0].isVisible()).isTrue();
        assertThat(((Label) shown[0].lookup(".preview-title")).getText()).isEqualTo(recording.title());
    }

    @Test
    void offersWhatCanBeDoneAboutARecording() {
        full();
        show(ColorScheme.DARK, 900);

        assertThat(pane.desk.day(2).day().recordings()).allSatisfy(recording -> {
            for (var action : List.of("preview", "edit", "remove")) {
                assertThat(find("#" + action + "-" + recording.recordingId())).isNotNull();
            }
        });
    }

    @Test
    void removesARecordingByItsButton(FxRobot robot) {
        full();
        show(ColorScheme.DARK, 900);
        var id = pane.desk.day(2).day().recordings().getFirst().recordingId();
        Pictures.onFx(() -> ((Button) find("#remove-" + id)).fire());

        assertThat(find("#remove-" + id)).isNull();
        assertThat(robot.lookup(".recording").queryAll()).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(names = {"DARK", "LIGHT"})
    void isPicturedWithNothingChosen(ColorScheme scheme) {
        show(scheme, 600);
        assertThat(Pictures.take(stage[0], "day-nothing-chosen", scheme)).isNotEmptyFile();
    }

    @ParameterizedTest
    @EnumSource(names = {"DARK", "LIGHT"})
    void isPicturedEmpty(ColorScheme scheme) {
        pane.choose(12);
        show(scheme, 1000);
        assertThat(Pictures.take(stage[0], "day-empty", scheme)).isNotEmptyFile();
    }

    @ParameterizedTest
    @EnumSource(names = {"DARK", "LIGHT"})
    void isPicturedFull(ColorScheme scheme) {
        full();
        show(scheme, 1000);
        assertThat(Pictures.take(stage[0], "day-full", scheme)).isNotEmptyFile();
        scroll(1);
        assertThat(Pictures.take(stage[0], "day-full-end", scheme)).isNotEmptyFile();
    }

    private void scroll(double to) {
        Pictures.onFx(() -> {
            var scroll = (ScrollPane) stage[0].getScene().getRoot().lookup(".scroll-pane");
            scroll.setVvalue(to);
            stage[0].getScene().getRoot().layout();
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"DARK", "LIGHT"})
    void isPicturedWithAConflict(ColorScheme scheme) {
        full();
        show(scheme, 1000);
        Pictures.onFx(() -> {
            ((TextField) find("#day-title")).setText("Sources of data");
            pane.desk.state.hear(Samples.withWords(
                    pane.desk.day(2).day(),
                    "Connecting to anything",
                    "Files, databases and services, with exercises."));
            var edit = (Button) find(
                    "#edit-" + pane.desk.day(2).day().recordings().getFirst().recordingId());
            edit.fire();
        });
        assertThat(Pictures.take(stage[0], "day-conflict", scheme)).isNotEmptyFile();
    }

    @ParameterizedTest
    @EnumSource(names = {"DARK", "LIGHT"})
    void isPicturedWithFormsOpenAndErrors(ColorScheme scheme) {
        full();
        var model = pane.model();
        Pictures.show(stage[0], onFxRoot(model), 520, 1000, scheme);
        Pictures.onFx(() -> {
            var recordings = stage[0].getScene().getRoot();
            recordings.lookupAll(".toggle-button").stream().limit(1).forEach(each -> ((ToggleButton) each).fire());
            recordings.lookupAll(".folded").forEach(each -> ((TitledPane) each).setExpanded(true));
            model.add();
        });
        scroll(0.62);
        assertThat(Pictures.take(stage[0], "day-forms", scheme)).isNotEmptyFile();
    }

    private static Parent onFxRoot(DayViewModel model) {
        var root = new Parent[1];
        Pictures.onFx(() -> root[0] = new DayView(model).root());
        return root[0];
    }
}
