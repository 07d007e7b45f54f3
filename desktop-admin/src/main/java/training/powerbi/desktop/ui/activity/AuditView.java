package training.powerbi.desktop.ui.activity;

import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import training.powerbi.client.AuditEntry;
import training.powerbi.desktop.ui.kit.Buttons;
import training.powerbi.desktop.ui.kit.Column;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.PhasePane;
import training.powerbi.desktop.ui.kit.Placeholder;
import training.powerbi.desktop.ui.kit.StyleSheets;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.kit.View;

/// The audit log as a table, fetched as far as it is scrolled, beside what one entry changed.
public final class AuditView implements View {
    /// Of all columns, and of an entry beside them.
    private static final double ROOM_FOR_BOTH = 900;

    private final AuditViewModel model;
    private final Texts texts;
    private final VBox root;
    private final TableView<AuditEntry> table = new TableView<>();
    private final StackPane detail = new StackPane();

    public AuditView(AuditViewModel model) {
        this.model = model;
        this.texts = model.screen().texts();
        fill();
        var list = model.entries();
        var split = new SplitPane(table, detail);
        split.setDividerPositions(0.66);
        SplitPane.setResizableWithParent(detail, false);
        detail.setMinSize(260, 120);
        split.widthProperty()
                .subscribe(width -> split.setOrientation(
                        width.doubleValue() < ROOM_FOR_BOTH ? Orientation.VERTICAL : Orientation.HORIZONTAL));
        var pane = new PhasePane(
                list.phase(),
                Placeholder.loading(texts.get("audit.loading")),
                split,
                Placeholder.empty(Feather.LIST, texts.get("audit.empty"), texts.get("audit.empty.what")),
                Placeholder.failed(
                        texts.get("audit.failed"),
                        list.failure(),
                        Buttons.of(texts.get("audit.retry"), Feather.REFRESH_CW, list::retry)));
        VBox.setVgrow(pane, Priority.ALWAYS);
        root = new VBox(new AuditFilterBar(model).root(), pane, new PageFooter(list, texts, "audit"));
        root.getStyleClass().addAll("screen", "audit");
        StyleSheets.dress(root, AuditView.class, "activity.css");
        model.selected().subscribe(this::show);
        model.namesVersion().subscribe(version -> {
            table.refresh();
            show(model.selected().get());
        });
        root.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                model.refresh();
            }
        });
    }

    @Override
    public Parent root() {
        return root;
    }

    private void fill() {
        table.setItems(model.entries().items());
        table.setId("audit-table");
        table.setAccessibleText(texts.get("audit.table"));
        table.setFixedCellSize(36);
        table.getColumns()
                .add(Column.of(
                        texts.get("audit.column.when"),
                        176,
                        entry -> model.times().exact(entry.timestamp())));
        table.getColumns().add(Column.of(texts.get("audit.column.who"), 130, model::who));
        table.getColumns().add(Column.of(texts.get("audit.column.what"), 320, model::said));
        table.getColumns().add(Column.of(texts.get("audit.column.day"), 68, AuditView::day));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setRowFactory(view -> new AskingRow());
        table.getSelectionModel().selectedItemProperty().subscribe(entry -> model.select(entry));
        table.setPlaceholder(new Label(""));
    }

    private static String day(AuditEntry entry) {
        var day = entry.dayNumber();
        return day == null ? "" : day.toString();
    }

    private void show(@Nullable AuditEntry entry) {
        if (entry == null) {
            detail.getChildren()
                    .setAll(Placeholder.empty(
                            Feather.MOUSE_POINTER, texts.get("audit.unselected"), texts.get("audit.unselected.what")));
            return;
        }
        var title = Nodes.paragraph(model.said(entry), "card-title");
        var facts =
                new Label(texts.get("audit.by", model.who(entry), model.times().exact(entry.timestamp())));
        facts.getStyleClass().add("facts");
        facts.setWrapText(true);
        facts.setMinHeight(Region.USE_PREF_SIZE);
        var content = new VBox(title, facts, actions(entry), new ChangeTable(model.changes(entry), texts));
        content.getStyleClass().add("detail");
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        detail.getChildren().setAll(scroll);
    }

    private FlowPane actions(AuditEntry entry) {
        var actions = new FlowPane(8, 8);
        if (model.mayUndo(entry)) {
            var undo = Buttons.of(texts.get("audit.undo"), Feather.ROTATE_CCW, () -> model.undo(entry));
            undo.setId("audit-undo");
            actions.getChildren().add(Nodes.restsWhile(undo, model.busy()));
        }
        if (model.mayRestore(entry)) {
            var restore = Buttons.of(texts.get("audit.restore"), Feather.CORNER_UP_LEFT, () -> model.restore(entry));
            restore.setId("audit-restore");
            restore.setTooltip(new Tooltip(texts.get("audit.restore.what")));
            actions.getChildren().add(Nodes.restsWhile(restore, model.busy()));
        }
        return Nodes.shownWhen(actions, Bindings.isNotEmpty(actions.getChildren()));
    }

    /// A row that asks for what lies behind it.
    private final class AskingRow extends TableRow<AuditEntry> {
        @Override
        public void updateIndex(int index) {
            super.updateIndex(index);
            if (index >= 0) {
                model.entries().need(index);
            }
        }
    }
}
