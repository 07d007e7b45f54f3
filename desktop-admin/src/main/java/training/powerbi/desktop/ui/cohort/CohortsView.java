package training.powerbi.desktop.ui.cohort;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import training.powerbi.client.Course.Cohort;
import training.powerbi.desktop.ui.form.LabelledField;
import training.powerbi.desktop.ui.kit.Buttons;
import training.powerbi.desktop.ui.kit.Column;
import training.powerbi.desktop.ui.kit.Fxml;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.PhasePane;
import training.powerbi.desktop.ui.kit.Placeholder;
import training.powerbi.desktop.ui.kit.StyleSheets;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.kit.View;

/// The runs of the course in a table, with the forms for one of them above.
public final class CohortsView implements View {
    private final CohortsViewModel model;
    private final Texts texts;
    private final Parent root;

    @FXML
    private VBox page;

    @FXML
    private Button edit;

    @FXML
    private Button copy;

    @FXML
    private Button archive;

    @FXML
    private VBox form;

    @FXML
    private Label title;

    @FXML
    private LabelledField nameField;

    @FXML
    private TextField name;

    @FXML
    private LabelledField zoneField;

    @FXML
    private TextField zone;

    @FXML
    private LabelledField startField;

    @FXML
    private DatePicker start;

    @FXML
    private Button save;

    public CohortsView(CohortsViewModel model) {
        this.model = model;
        this.texts = model.texts();
        root = Fxml.load(this, texts);
        StyleSheets.dress(root, CohortsView.class, "cohort.css");
        edit.disableProperty()
                .bind(model.chosen().map(model::isOpen).orElse(false).map(open -> !open));
        copy.disableProperty().bind(model.chosen().isNull());
        archive.disableProperty()
                .bind(model.chosen().map(model::mayArchive).orElse(false).map(may -> !may));
        var draft = model.draft();
        name.textProperty().bindBidirectional(draft.name());
        zone.textProperty().bindBidirectional(draft.zone());
        start.valueProperty().bindBidirectional(draft.start());
        nameField.showErrors(draft.errors().of(CohortDraft.NAME));
        zoneField.showErrors(draft.errors().of(CohortDraft.ZONE));
        startField.showErrors(draft.errors().of(CohortDraft.START));
        Nodes.restsWhile(save, model.busy());
        model.editing().subscribe(now -> title.setText(model.title()));
        Nodes.shownWhen(form, model.editing());
        var pane = new PhasePane(
                model.phase(),
                Placeholder.loading(texts.get("cohort.loading")),
                table(),
                Placeholder.empty(Feather.LAYERS, texts.get("cohort.none"), texts.get("cohort.none.what")),
                Placeholder.failed(
                        texts.get("cohort.failed"),
                        model.failure(),
                        Buttons.of(texts.get("people.retry"), Feather.REFRESH_CW, model::refresh)));
        pane.setMinHeight(160);
        // Beside the dates of a copy there is no room, and no need.
        Nodes.shownWhen(pane, model.copy().open().not());
        VBox.setVgrow(pane, Priority.ALWAYS);
        page.getChildren().addAll(new CopyView(model.copy(), texts).root(), pane);
        root.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                model.refresh();
            }
        });
    }

    private TableView<Cohort> table() {
        var table = new TableView<Cohort>(model.cohorts());
        table.setId("cohort-table");
        table.setAccessibleText(texts.get("cohort.table"));
        table.setFixedCellSize(36);
        table.getColumns().add(Column.of(texts.get("cohort.column.name"), 240, Cohort::name));
        table.getColumns()
                .add(Column.of(texts.get("cohort.column.students"), 90, one -> Integer.toString(one.students())));
        table.getColumns()
                .add(Column.of(
                        texts.get("cohort.column.start"), 110, one -> one.startsOn() == null ? "" : one.startsOn()));
        table.getColumns().add(Column.of(texts.get("cohort.column.zone"), 140, Cohort::timeZone));
        table.getColumns()
                .add(Column.of(
                        texts.get("cohort.column.state"),
                        90,
                        one -> texts.get(one.isArchived() ? "cohort.archived" : "cohort.open")));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(one -> model.chosen().set(one));
        table.setPlaceholder(new Label(""));
        return table;
    }

    @FXML
    void create() {
        model.beginNew();
        name.requestFocus();
    }

    @FXML
    void edit() {
        model.beginEdit();
        name.requestFocus();
    }

    @FXML
    void copy() {
        model.beginCopy();
    }

    @FXML
    void archive() {
        model.archive();
    }

    @FXML
    void save() {
        model.save();
    }

    @FXML
    void close() {
        model.close();
    }

    @FXML
    void back() {
        model.back();
    }

    @Override
    public Parent root() {
        return root;
    }
}
