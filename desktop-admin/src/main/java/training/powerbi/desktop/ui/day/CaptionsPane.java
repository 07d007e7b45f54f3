package training.powerbi.desktop.ui.day;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import training.powerbi.client.DayRecording;
import training.powerbi.desktop.ui.form.LabelledField;
import training.powerbi.desktop.ui.kit.Buttons;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.Texts;

/// The captions of one recording: those it has, and a way to add more.
final class CaptionsPane extends VBox {
    private final Captions captions;
    private final Texts texts;
    private final FlowPane present = new FlowPane();

    CaptionsPane(Captions captions, ReadOnlyObjectProperty<DayRecording> recording, Texts texts) {
        this.captions = captions;
        this.texts = texts;
        getStyleClass().add("edit-pane");
        present.getStyleClass().add("chips");
        var language = new ComboBox<String>();
        language.getItems().addAll("en", "de", "fr", "es", "it", "pt-BR", "pl", "cs", "sk", "nl", "ja", "zh-CN");
        language.setEditable(true);
        language.setPrefWidth(120);
        language.valueProperty().bindBidirectional(captions.language());
        // What is typed counts at once, not only after the Enter key.
        language.getEditor().textProperty().bindBidirectional(captions.language());
        var add = Buttons.of(texts.get("recording.captions.add"), Feather.UPLOAD, captions::choose);
        var line =
                new HBox(new LabelledField(texts.get("recording.captions.language"), language, captions.error()), add);
        line.getStyleClass().add("form-line");
        line.setAlignment(Pos.TOP_LEFT);
        add.getStyleClass().add("beside-field");
        getChildren().addAll(present, line);
        Nodes.restsWhile(this, captions.busy());
        recording.subscribe(this::list);
    }

    private void list(DayRecording recording) {
        if (recording.captions().isEmpty()) {
            present.getChildren().setAll(new Label(texts.get("recording.captions.none")));
            return;
        }
        present.getChildren()
                .setAll(recording.captions().stream()
                        .map(caption -> {
                            var name = captions.name(caption);
                            var remove = Nodes.iconButton(
                                    Feather.X,
                                    texts.get("recording.captions.remove.of", name),
                                    () -> captions.remove(caption));
                            var chip = new HBox(new Label(name), remove);
                            chip.getStyleClass().add("caption-chip");
                            chip.setAlignment(Pos.CENTER_LEFT);
                            return chip;
                        })
                        .toList());
    }
}
