package training.powerbi.desktop.ui.activity;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import training.powerbi.desktop.ui.kit.Texts;

/// The values of a change side by side, with those marked that differ.
final class ChangeTable extends GridPane {

    ChangeTable(List<ChangeRow> rows, Texts texts) {
        getStyleClass().add("change-table");
        var half = new ColumnConstraints();
        half.setPercentWidth(50);
        getColumnConstraints().addAll(half, half);
        addRow(0, heading(texts.get("audit.before")), heading(texts.get("audit.after")));
        var at = 1;
        for (var row : rows) {
            // Above its values: beside them, none of the three would have the room it takes.
            add(name(row), 0, at, 2, 1);
            if (row.changed()) {
                addRow(at + 1, value(row.before(), "before", texts), value(row.after(), "after", texts));
            } else if (row.before().isEmpty()) {
                add(value(row.after(), "same", texts), 0, at + 1, 2, 1);
            } else {
                addRow(at + 1, value(row.before(), "same", texts), value(row.after(), "same", texts));
            }
            at += 2;
        }
    }

    private static Label heading(String text) {
        var label = new Label(text);
        label.getStyleClass().add("field-name");
        return label;
    }

    private static Label name(ChangeRow row) {
        var label = wrapped(row.name());
        label.getStyleClass().add("change-name");
        return label;
    }

    private static Label value(String text, String style, Texts texts) {
        var label = wrapped(text.isEmpty() ? texts.get("audit.nothing") : text);
        label.getStyleClass().addAll("change-value", style);
        label.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return label;
    }

    private static Label wrapped(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
