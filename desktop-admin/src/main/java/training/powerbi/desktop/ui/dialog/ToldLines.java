package training.powerbi.desktop.ui.dialog;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/// Lines to read, wrapped, that fit into the smallest window there is and scroll beyond that.
final class ToldLines extends ScrollPane {
    private static final double WIDTH = 540;
    private static final double TALLEST = 300;
    private static final double GAP = 10;

    private final VBox rows = new VBox(GAP);

    ToldLines(List<String> lines) {
        for (var line : lines) {
            var label = new Label(line);
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            rows.getChildren().add(label);
        }
        setContent(rows);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(true);
    }

    @Override
    protected double computePrefWidth(double height) {
        return rows.prefWidth(-1) + snappedLeftInset() + snappedRightInset();
    }

    /// How high the lines are is known only once they are wrapped into the width they get.
    @Override
    protected double computePrefHeight(double width) {
        var room = width < 0 ? WIDTH : width;
        return Math.min(TALLEST, rows.prefHeight(room - GAP) + snappedTopInset() + snappedBottomInset() + GAP);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }
}
