package training.powerbi.desktop.ui.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.application.ColorScheme;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.Start;
import training.powerbi.client.RecordingUploader.Upload;
import training.powerbi.desktop.testing.Pictures;
import training.powerbi.desktop.testing.Samples;
import training.powerbi.desktop.testing.WindowTest;
import training.powerbi.desktop.ui.day.Pane;
import training.powerbi.model.error.PortalException;

@WindowTest
class UploadsViewTest {
    private final Pane pane = Pane.atOnce();
    private final Stage[] stage = new Stage[1];

    @Start
    void keep(Stage first) {
        stage[0] = first;
    }

    private Node find(String id) {
        return stage[0].getScene().getRoot().lookup(id);
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
