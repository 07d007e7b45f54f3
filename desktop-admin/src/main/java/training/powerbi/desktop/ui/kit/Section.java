package training.powerbi.desktop.ui.kit;

import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// A part of the day's pane below its heading.
public final class Section extends VBox {

    public Section(Feather icon, String title, Node... content) {
        getStyleClass().add("section");
        var heading = new Label(title);
        heading.getStyleClass().add("section-title");
        heading.setAccessibleRole(AccessibleRole.TEXT);
        var line = new HBox(new Icon(icon), heading);
        line.getStyleClass().add("section-line");
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(line);
        getChildren().addAll(content);
    }
}
