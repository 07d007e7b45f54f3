package training.powerbi.desktop.ui.form;

import atlantafx.base.theme.Styles;
import javafx.beans.NamedArg;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import training.powerbi.desktop.ui.kit.Nodes;

/// A field below its name and above what is wrong with it.
public final class LabelledField extends VBox {

    private final Control field;
    private final Label words = new Label();

    /// Nothing is wrong with it until [#showErrors(ObservableValue)].
    public LabelledField(@NamedArg("name") String name, @NamedArg("field") Control field) {
        this.field = field;
        getStyleClass().add("labelled-field");
        var label = new Label(name);
        label.getStyleClass().add("field-name");
        label.setLabelFor(field);
        field.setAccessibleText(name);
        field.setMaxWidth(Double.MAX_VALUE);
        words.getStyleClass().add("field-error");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        Nodes.shownWhen(words, words.textProperty().isNotEmpty());
        getChildren().addAll(label, field, words);
    }

    public LabelledField(String name, Control field, ObservableValue<String> error) {
        this(name, field);
        showErrors(error);
    }

    /// Says below the field what is wrong with it.
    ///
    /// @param error empty while nothing is wrong
    public void showErrors(ObservableValue<String> error) {
        words.textProperty().bind(error);
        error.subscribe(text -> {
            field.pseudoClassStateChanged(Styles.STATE_DANGER, !text.isEmpty());
            field.setAccessibleHelp(text);
        });
    }
}
