package training.powerbi.desktop.ui.day;

import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import training.powerbi.desktop.ui.kit.LabelledField;
import training.powerbi.desktop.ui.kit.Texts;

/// The fields of a recording, the same for a new one and an old one.
final class RecordingFields extends VBox {

    RecordingFields(RecordingForm form, Texts texts, boolean withAddress, Runnable submit) {
        getStyleClass().add("form");
        var errors = form.errors();
        var title = new TextField();
        title.textProperty().bindBidirectional(form.title());
        title.setOnAction(event -> submit.run());
        var length = new TextField();
        length.setPromptText(texts.get("recording.length.prompt"));
        length.textProperty().bindBidirectional(form.length());
        length.setOnAction(event -> submit.run());
        length.setPrefColumnCount(8);
        var titleField = new LabelledField(texts.get("recording.title"), title, errors.of(RecordingForm.TITLE));
        HBox.setHgrow(titleField, Priority.ALWAYS);
        var line = new HBox(
                titleField, new LabelledField(texts.get("recording.length"), length, errors.of(RecordingForm.LENGTH)));
        line.getStyleClass().add("form-line");
        getChildren().add(line);
        if (withAddress) {
            var address = new TextField();
            address.setPromptText(texts.get("recording.address.prompt"));
            address.textProperty().bindBidirectional(form.address());
            address.setOnAction(event -> submit.run());
            getChildren()
                    .add(new LabelledField(texts.get("recording.address"), address, errors.of(RecordingForm.ADDRESS)));
        }
    }
}
