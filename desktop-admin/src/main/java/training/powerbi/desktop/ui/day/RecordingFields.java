package training.powerbi.desktop.ui.day;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import training.powerbi.desktop.ui.form.LabelledField;
import training.powerbi.desktop.ui.kit.Fxml;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.kit.View;

/// The fields of a recording, the same for a new one and an old one.
final class RecordingFields implements View {
    private final Runnable submit;
    private final Parent root;

    @FXML
    private LabelledField titleField;

    @FXML
    private TextField title;

    @FXML
    private LabelledField lengthField;

    @FXML
    private TextField length;

    @FXML
    private LabelledField addressField;

    @FXML
    private TextField address;

    RecordingFields(RecordingForm form, Texts texts, boolean withAddress, Runnable submit) {
        this.submit = submit;
        root = Fxml.load(this, texts);
        var errors = form.errors();
        title.textProperty().bindBidirectional(form.title());
        titleField.showErrors(errors.of(RecordingForm.TITLE));
        length.textProperty().bindBidirectional(form.length());
        lengthField.showErrors(errors.of(RecordingForm.LENGTH));
        if (withAddress) {
            address.textProperty().bindBidirectional(form.address());
            addressField.showErrors(errors.of(RecordingForm.ADDRESS));
        } else {
            ((Pane) root).getChildren().remove(addressField);
        }
    }

    @FXML
    void submit() {
        submit.run();
    }

    @Override
    public Parent root() {
        return root;
    }
}
