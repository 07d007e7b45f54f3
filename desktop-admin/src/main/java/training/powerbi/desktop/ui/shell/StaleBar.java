package training.powerbi.desktop.ui.shell;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import training.powerbi.desktop.ui.kit.Icon;
import training.powerbi.desktop.ui.kit.Nodes;

/// Below the top bar, as long as the portal's store is away: of when is what one sees, and what has to wait.
final class StaleBar extends HBox {

    /// @param text empty while there is nothing to say
    StaleBar(ObservableValue<String> text) {
        super(8);
        var words = Nodes.paragraph("");
        words.textProperty().bind(text);
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(new Icon(Feather.CLOCK), words);
        getStyleClass().add("stale-bar");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.TEXT);
        accessibleTextProperty().bind(text);
        Nodes.shownWhen(this, text.map(said -> !said.isEmpty()));
        text.subscribe(_ -> notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT));
    }
}
