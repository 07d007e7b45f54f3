package training.powerbi.desktop.ui.report;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.report.ReportTable;
import training.powerbi.desktop.ui.kit.Column;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.View;

/// Any table, with as many columns as it has; sorted by a press on a column, because all of it is here.
final class ReportTableView implements View {
    private static final double LEAST_WIDTH = 90;
    private static final double MOST_WIDTH = 340;
    private static final double PADDING = 44;
    /// Words in the table are drawn larger than those measured, in the toolkit's own font.
    private static final double SCALE = 1.2;

    /// Beside a column's name, with the arrow that shows the order.
    private static final double NAME_PADDING = 30;

    private static final int MEASURED = 200;

    private final ReportWords words;
    private final TableView<List<@Nullable String>> table = new TableView<>();

    /// @param name for screen readers
    ReportTableView(ReportWords words, String name) {
        this.words = words;
        table.setId("report-table");
        table.setAccessibleText(name);
        table.setFixedCellSize(36);
        table.setPlaceholder(new Label(""));
        table.widthProperty().subscribe(this::fit);
    }

    @Override
    public Parent root() {
        return table;
    }

    void show(@Nullable ReportTable shown) {
        table.getSortOrder().clear();
        if (shown == null) {
            table.getItems().clear();
            table.getColumns().clear();
            return;
        }
        table.getColumns()
                .setAll(IntStream.range(0, shown.columns().size())
                        .mapToObj(at -> column(shown, at))
                        .toList());
        fit();
        table.setItems(FXCollections.observableArrayList(shown.rows()));
        table.scrollTo(0);
    }

    private TableColumn<List<@Nullable String>, String> column(ReportTable shown, int at) {
        var title = words.title(shown.columns().get(at));
        var numeric = ReportWords.isNumeric(shown, at);
        var width = width(title, shown, at);
        TableColumn<List<@Nullable String>, String> column = Column.of("", width, row -> ReportWords.value(row, at));
        // The toolkit cuts a column's own name without telling it anywhere.
        var name = Nodes.line(title, "column-name");
        name.maxWidthProperty().bind(column.widthProperty().subtract(NAME_PADDING));
        column.setGraphic(name);
        column.setMinWidth(Math.min(width, LEAST_WIDTH));
        column.setSortable(true);
        column.setComparator(ReportWords.order(numeric));
        if (numeric) {
            column.getStyleClass().add("numeric");
            // Room that is left over goes to words.
            column.setMaxWidth(width);
        }
        return column;
    }

    /// As its name and its values need, within bounds.
    private static double width(String title, ReportTable shown, int at) {
        var values = shown.rows().stream().limit(MEASURED).map(row -> ReportWords.value(row, at));
        var widest = Stream.concat(values, Stream.of(title))
                .mapToDouble(ReportTableView::drawn)
                .max()
                .orElse(0);
        return Math.clamp(widest, LEAST_WIDTH, MOST_WIDTH);
    }

    private static double drawn(String text) {
        return new Text(text).getLayoutBounds().getWidth() * SCALE + PADDING;
    }

    /// Columns share the table's width; where there are too many for that, one scrolls sideways.
    private void fit() {
        var fits = table.getColumns().size() * LEAST_WIDTH <= table.getWidth();
        table.setColumnResizePolicy(
                fits ? TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS : TableView.UNCONSTRAINED_RESIZE_POLICY);
    }
}
