package training.powerbi.desktop.ui.upload;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import training.powerbi.desktop.ui.kit.Icon;

/// Where files are dropped; the button in it does the same by keyboard.
public final class DropZone extends HBox {
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    public DropZone(String sentence, Button choose, Consumer<List<Path>> dropped) {
        getStyleClass().add("drop-zone");
        setAlignment(Pos.CENTER_LEFT);
        var words = new Label(sentence);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        choose.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(new Icon(Feather.UPLOAD), words, choose);
        setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        setOnDragEntered(
                event -> pseudoClassStateChanged(OVER, event.getDragboard().hasFiles()));
        setOnDragExited(event -> pseudoClassStateChanged(OVER, false));
        setOnDragDropped(event -> take(event, dropped));
    }

    private static void take(DragEvent event, Consumer<List<Path>> dropped) {
        var files = event.getDragboard().getFiles().stream()
                .filter(File::isFile)
                .map(File::toPath)
                .toList();
        if (!files.isEmpty()) {
            dropped.accept(files);
        }
        event.setDropCompleted(!files.isEmpty());
        event.consume();
    }
}
