package training.powerbi.desktop.ui.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.application.ColorScheme;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.Start;
import training.powerbi.client.RecordingUploader.Upload;
import training.powerbi.desktop.testing.Drag;
import training.powerbi.desktop.testing.Pictures;
import training.powerbi.desktop.testing.WindowTest;

/// Files dragged onto the day's pane.
@WindowTest
class DropZoneTest {
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    private final Pane pane = Pane.atOnce();
    private List<Node> zones = List.of();

    @TempDir
    private Path folder;

    @Start
    void show(Stage stage) {
        pane.choose(2);
        Pictures.show(stage, new DayView(pane.model()).root(), 520, 1000, ColorScheme.DARK);
        zones = new ArrayList<>(stage.getScene().getRoot().lookupAll(".drop-zone"));
    }

    private Node videos() {
        return zones.getFirst();
    }

    private Node slides() {
        return zones.get(1);
    }

    private Path file(String name) throws Exception {
        return Files.write(folder.resolve(name), new byte[8]);
    }

    @Test
    void uploadsTheVideosThatAreDroppedAndNoFolder() throws Exception {
        var drag = Drag.ofFiles(file("a.mp4").toFile(), folder.toFile());

        assertThat(drag.over(videos())).isTrue();
        assertThat(videos().getPseudoClassStates()).contains(OVER);
        assertThat(drag.drop(videos())).isTrue();
        drag.leave(videos());

        assertThat(videos().getPseudoClassStates()).doesNotContain(OVER);
        assertThat(pane.uploader.uploaded).extracting(Upload::file).containsExactly(folder.resolve("a.mp4"));
        assertThat(pane.uploader.uploaded).extracting(Upload::dayNumber).containsExactly(2);
    }

    @Test
    void takesSlidesWhereSlidesAreDropped() throws Exception {
        var drag = Drag.ofFiles(file("deck.pdf").toFile());

        assertThat(drag.over(slides())).isTrue();
        assertThat(drag.drop(slides())).isTrue();

        assertThat(pane.desk.files.sent).containsExactly("slides 2 deck.pdf");
        assertThat(pane.uploader.uploaded).isEmpty();
    }

    @Test
    void takesNoFolderAlone() {
        var drag = Drag.ofFiles(folder.toFile());

        assertThat(drag.over(videos())).isTrue();
        assertThat(drag.drop(videos())).isFalse();
        assertThat(pane.uploader.uploaded).isEmpty();
    }

    @Test
    void doesNotLightUpForWords() {
        assertThat(Drag.ofText("a.mp4").over(videos())).isFalse();
        assertThat(videos().getPseudoClassStates()).doesNotContain(OVER);
    }
}
