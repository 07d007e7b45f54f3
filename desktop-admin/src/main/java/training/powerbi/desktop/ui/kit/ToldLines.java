package training.powerbi.desktop.ui.kit;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// Lines to read, wrapped, that fit into the smallest window there is and scroll beyond that.
final class ToldLines extends ScrollPane {
    private static final double WIDTH = 640;
    private static final double TALLEST = 360;
    private static final double GAP = 10;

    ToldLines(List<String> lines) {
        var rows = new VBox(GAP);
        for (var line : lines) {
            var label = new Label(line);
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            rows.getChildren().add(label);
        }
        setContent(rows);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setPrefWidth(WIDTH);
        setPrefViewportHeight(Math.min(TALLEST, rows.prefHeight(WIDTH) + GAP));
        setMaxHeight(TALLEST);
    }
}
