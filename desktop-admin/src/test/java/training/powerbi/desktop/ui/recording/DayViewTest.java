package training.powerbi.desktop.ui.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
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
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import training.powerbi.client.RecordingUploader.Upload;
import training.powerbi.desktop.testing.Pictures;
import training.powerbi.desktop.testing.Samples;
import training.powerbi.desktop.testing.WindowTest;
import training.powerbi.desktop.ui.preview.PreviewView;
import training.powerbi.model.error.PortalException;

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

    @ParameterizedTest
    @EnumSource(names = {"DARK", "LIGHT"})
    void picturesUploadsInEveryState(ColorScheme scheme) {
        var states = UploadState.values();
        pane.journal.kept = IntStream.range(0, states.length)
                .mapToObj(number -> new Upload(
                        "u" + number,
                        Path.of("video" + number + ".mp4"),
                        1_840_000_000,
                        number + 1,
                        "Session of day " + (number + 1) + ", morning",
                        null,
                        URI.create("https://portal.example.org/u")))
                .toList();
        Pictures.onFx(() -> {
            pane.uploads.start();
            for (var number = 0; number < states.length; number++) {
                var item = pane.uploads.items().get(number);
                item.advance(Samples.MORNING, 0);
                item.become(states[number], message(states[number]));
                item.advance(Samples.MORNING.plusSeconds(30), 1_840_000_000L * (number + 1) / states.length);
            }
            var box = new VBox(new UploadsView(pane.uploads).root());
            box.getChildren()
                    .forEach(strip ->
                            strip.lookupAll(".scroll-pane").forEach(scroll -> ((ScrollPane) scroll).setMaxHeight(700)));
            Pictures.show(stage[0], box, 900, 700, scheme);
        });
        assertThat(Pictures.take(stage[0], "uploads", scheme)).isNotEmptyFile();
    }

    private String message(UploadState state) {
        var texts = pane.desk.screen.texts();
        return switch (state) {
            case INTERRUPTED -> texts.get("upload.cut");
            case BLOCKED -> texts.get("upload.full");
            case FAILED -> "This file is no MP4, WebM or Ogg video. Export it as MP4 and try again.";
            case QUEUED, SENDING, PAUSED, DONE -> "";
        };
    }

    @ParameterizedTest
    @EnumSource(names = {"DARK", "LIGHT"})
    void takesTheLengthOfAFilmThatHidesItInTheList(ColorScheme scheme) {
        pane.journal.kept = List.of(new Upload("1", Path.of("a.webm"), 10, 1, "Session of day 1", null, null));
        pane.uploader.refuse(PortalException.badInput(
                "duration", "The video does not say how long it is; send its duration, such as 1h 30min."));
        Pictures.onFx(() -> {
            pane.uploads.start();
            pane.uploads.goOn(pane.uploads.items().getFirst());
            Pictures.show(stage[0], new UploadsView(pane.uploads).root(), 900, 200, scheme);
        });
        assertThat(Pictures.take(stage[0], "upload-length", scheme)).isNotEmptyFile();

        Pictures.onFx(() -> {
            ((TextField) find("#upload-length")).setText("1h 30min");
            ((Button) find("#upload-again")).fire();
        });
        assertThat(pane.uploader.uploaded).extracting(Upload::duration).containsExactly("1h 30min");
        assertThat(find("#upload-length").getParent().getParent().isVisible()).isFalse();
    }

    @Test
    void showsNoStripWithoutUploads() {
        var root = new Parent[1];
        Pictures.onFx(() -> root[0] = new UploadsView(pane.uploads).root());
        assertThat(root[0].isVisible()).isFalse();

        Pictures.onFx(() -> {
            pane.journal.kept = List.of(new Upload("1", Path.of("a.mp4"), 10, 1, "a", null, null));
            pane.uploads.start();
        });
        assertThat(root[0].isVisible()).isTrue();
    }
}
