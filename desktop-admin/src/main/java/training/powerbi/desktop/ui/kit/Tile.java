package training.powerbi.desktop.ui.kit;

import javafx.beans.NamedArg;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// One number with its name.
public final class Tile extends VBox {
    private final Label number = new Label();

    public Tile(@NamedArg("name") String name, @NamedArg("icon") Feather icon) {
        getStyleClass().addAll("card", "tile");
        number.getStyleClass().add("tile-number");
        var label = new Label(name, new Icon(icon));
        label.getStyleClass().add("tile-name");
        number.setLabelFor(label);
        getChildren().addAll(label, number);
    }

    /// Shows what the number is now, in words.
    public void show(ObservableValue<String> words) {
        number.textProperty().bind(words);
    }
}
