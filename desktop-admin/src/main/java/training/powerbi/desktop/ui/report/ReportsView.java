package training.powerbi.desktop.ui.report;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import training.powerbi.client.report.LakehouseReport;
import training.powerbi.client.report.MirrorState;
import training.powerbi.desktop.ui.kit.Buttons;
import training.powerbi.desktop.ui.kit.Fxml;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.PhasePane;
import training.powerbi.desktop.ui.kit.Placeholder;
import training.powerbi.desktop.ui.kit.StyleSheets;
import training.powerbi.desktop.ui.kit.View;

/// The reports by their titles, and the chosen one as a table.
public final class ReportsView implements View {
    private final ReportsViewModel model;
    private final Parent root;

    @FXML
    private ListView<LakehouseReport> list;

    @FXML
    private VBox page;

    @FXML
    private Label title;

    @FXML
    private Label asOf;

    @FXML
    private Label mirror;

    @FXML
    private Label mirrorRefused;

    @FXML
    private ProgressIndicator wheel;

    @FXML
    private Button refresh;

    @FXML
    private Button save;

    @FXML
    private Label stale;

    public ReportsView(ReportsViewModel model) {
        this.model = model;
        var texts = model.screen().texts();
        var content = Fxml.load(this, texts);
        fillList();
        fillHeader();
        var pane = table();
        VBox.setVgrow(pane, Priority.ALWAYS);
        page.getChildren().add(pane);
        root = new PhasePane(
                model.listPhase(),
                Placeholder.loading(texts.get("report.list.loading")),
                content,
                Placeholder.empty(
                        Feather.DATABASE, texts.get("report.list.empty"), texts.get("report.list.empty.what")),
                Placeholder.failed(
                        texts.get("report.list.failed"),
                        model.listFailure(),
                        Buttons.of(texts.get("report.retry"), Feather.REFRESH_CW, model::readList)));
        root.getStyleClass().addAll("screen", "reports");
        StyleSheets.dress(root, ReportsView.class, "report.css");
        root.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                model.seen();
            }
        });
    }

    @Override
    public Parent root() {
        return root;
    }

    @FXML
    void refresh() {
        model.refresh();
    }

    @FXML
    void save() {
        model.save();
    }

    private void fillList() {
        list.setItems(model.reports());
        list.setCellFactory(cells -> new TitleCell());
        var selection = list.getSelectionModel();
        selection.selectedItemProperty().subscribe(report -> {
            if (report != null) {
                model.chosen().set(report);
            }
        });
        model.chosen().subscribe(report -> {
            if (report == null) {
                selection.clearSelection();
            } else {
                selection.select(report);
            }
        });
    }

    private void fillHeader() {
        Nodes.toldInFull(title)
                .textProperty()
                .bind(model.chosen()
                        .map(report -> report == null ? "" : report.title())
                        .orElse(""));
        asOf.textProperty()
                .bind(model.table()
                        .map(shown -> shown == null ? "" : model.asOf(shown))
                        .orElse(""));
        Nodes.shownWhen(asOf, model.table().isNotNull());
        fillMirror(mirror, false);
        fillMirror(mirrorRefused, true);
        Nodes.shownWhen(wheel, model.busy());
        Nodes.restsWhile(refresh, model.busy());
        Nodes.restsWhile(save, model.busy());
        save.disableProperty().bind(model.table().isNull());
        stale.textProperty().bind(model.failure());
        Nodes.shownWhen(stale, model.failure().isNotEmpty().and(model.table().isNotNull()));
    }

    /// A copy that is written no more is a warning, one that is late is not.
    private void fillMirror(Label label, boolean refused) {
        label.textProperty()
                .bind(model.mirror()
                        .map(found -> found == null || (found.step() == MirrorState.Step.REFUSED) != refused
                                ? ""
                                : model.words(found))
                        .orElse(""));
        Nodes.shownWhen(label, label.textProperty().isNotEmpty());
    }

    private PhasePane table() {
        var texts = model.screen().texts();
        var table = new ReportTableView(model.words(), texts.get("report.table"));
        model.table().subscribe(table::show);
        return new PhasePane(
                model.phase(),
                Placeholder.loading(texts.get("report.loading")),
                table.root(),
                Placeholder.empty(Feather.INBOX, texts.get("report.empty"), texts.get("report.empty.what")),
                Placeholder.failed(
                        texts.get("report.failed"),
                        model.failure(),
                        Buttons.of(texts.get("report.retry"), Feather.REFRESH_CW, model::refresh)));
    }

    /// A report's title, in full by its tooltip where it is cut.
    private static final class TitleCell extends ListCell<LakehouseReport> {
        TitleCell() {
            // Cells want to be as wide as their words; this one takes the list's width.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable LakehouseReport report, boolean empty) {
            super.updateItem(report, empty);
            setText(empty || report == null ? null : report.title());
            setTooltip(empty || report == null ? null : new Tooltip(report.title()));
        }
    }
}
