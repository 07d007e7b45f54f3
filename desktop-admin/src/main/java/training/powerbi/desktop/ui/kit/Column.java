package training.powerbi.desktop.ui.kit;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// Columns of text.
public final class Column {
    private Column() {}

    /// A cell that ends in an ellipsis and tells all by its tooltip.
    private static final class Told<T> extends TableCell<T, String> {
        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
            setTooltip(empty || text == null || text.isEmpty() ? null : new Tooltip(text));
        }
    }

    /// A column whose order is the portal's.
    public static <T> TableColumn<T, String> of(String title, double width, Function<T, String> text) {
        var column = new TableColumn<T, String>(title);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setCellFactory(cells -> new Told<>());
        column.setPrefWidth(width);
        // The portal has the order, of which only a part is here.
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }
}
