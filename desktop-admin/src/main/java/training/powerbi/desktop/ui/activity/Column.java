package training.powerbi.desktop.ui.activity;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;

/// Columns of text.
final class Column {
    private Column() {}

    static <T> TableColumn<T, String> of(String title, double width, Function<T, String> text) {
        var column = new TableColumn<T, String>(title);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setPrefWidth(width);
        // The portal has the order, of which only a part is here.
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }
}
