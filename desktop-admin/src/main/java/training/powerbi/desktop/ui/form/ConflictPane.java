package training.powerbi.desktop.ui.form;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import training.powerbi.desktop.ui.kit.Buttons;
import training.powerbi.desktop.ui.kit.Icon;
import training.powerbi.desktop.ui.kit.Texts;

/// Two versions side by side, of which one is chosen.
public final class ConflictPane extends VBox {

    /// A value as it was typed here and as a colleague saved it.
    public record Pair(String name, String mine, String theirs) {}

    public ConflictPane(Texts texts, List<Pair> pairs, Runnable keepMine, Runnable takeTheirs) {
        getStyleClass().add("conflict");
        var title = new Label(texts.get("recording.conflict.title"), new Icon(Feather.ALERT_TRIANGLE));
        title.getStyleClass().add("conflict-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        var buttons = new HBox(
                Buttons.of(texts.get("recording.conflict.keep-mine"), Feather.EDIT_2, keepMine),
                Buttons.of(texts.get("recording.conflict.take-theirs"), Feather.DOWNLOAD, takeTheirs));
        buttons.getStyleClass().add("actions");
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(title, table(texts, pairs), buttons);
    }

    private static GridPane table(Texts texts, List<Pair> pairs) {
        var table = new GridPane();
        table.getStyleClass().add("conflict-table");
        var half = new ColumnConstraints();
        half.setPercentWidth(50);
        table.getColumnConstraints().addAll(half, half);
        table.addRow(0, heading(texts.get("recording.conflict.mine")), heading(texts.get("recording.conflict.theirs")));
        var row = 1;
        for (var pair : pairs) {
            table.addRow(row++, cell(pair, pair.mine()), cell(pair, pair.theirs()));
        }
        return table;
    }

    private static Label heading(String text) {
        var label = new Label(text);
        label.getStyleClass().add("field-name");
        return label;
    }

    private static Label cell(Pair pair, String text) {
        var label = new Label(text);
        label.setAccessibleText(pair.name() + ": " + text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().add(pair.mine().equals(pair.theirs()) ? "same" : "different");
        return label;
    }
}
