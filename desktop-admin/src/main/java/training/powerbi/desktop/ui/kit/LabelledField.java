package training.powerbi.desktop.ui.kit;

import atlantafx.base.theme.Styles;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A field below its name and above what is wrong with it.
public final class LabelledField extends VBox {

    /// @param error empty while nothing is wrong
    public LabelledField(String name, Control field, ObservableValue<String> error) {
        getStyleClass().add("labelled-field");
        var label = new Label(name);
        label.getStyleClass().add("field-name");
        label.setLabelFor(field);
        field.setAccessibleText(name);
        field.setMaxWidth(Double.MAX_VALUE);
        var words = new Label();
        words.getStyleClass().add("field-error");
        words.setWrapText(true);
        words.textProperty().bind(error);
        error.subscribe(text -> {
            var wrong = !text.isEmpty();
            field.pseudoClassStateChanged(Styles.STATE_DANGER, wrong);
            field.setAccessibleHelp(text);
            words.setVisible(wrong);
            words.setManaged(wrong);
        });
        getChildren().addAll(label, field, words);
    }
}
