package training.powerbi.desktop.ui.cohort;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import training.powerbi.client.PlannedDay;
import training.powerbi.desktop.ui.kit.Column;
import training.powerbi.desktop.ui.kit.Fxml;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.kit.View;
import training.powerbi.desktop.ui.plan.PlanForm;

/// The form for another run on other dates, with the dates in a table before anything is made.
final class CopyView implements View {
    private final CopyViewModel model;
    private final Parent root;

    @FXML
    private Label title;

    @FXML
    private TextField name;

    @FXML
    private VBox fields;

    @FXML
    private Button preview;

    @FXML
    private Button make;

    @FXML
    private Label problem;

    @FXML
    private TableView<PlannedDay> plan;

    CopyView(CopyViewModel model, Texts texts) {
        this.model = model;
        root = Fxml.load(this, texts);
        title.textProperty().bind(model.title());
        name.textProperty().bindBidirectional(model.name());
        fields.getChildren().add(new PlanForm(model.draft(), texts).root());
        problem.textProperty().bind(model.problem());
        Nodes.shownWhen(problem, model.problem().isNotEmpty());
        Nodes.restsWhile(preview, model.busy());
        Nodes.restsWhile(make, model.busy());
        make.disableProperty().bind(Bindings.isEmpty(model.plan()));
        plan.setItems(model.plan());
        plan.setFixedCellSize(32);
        plan.getColumns().add(Column.of(texts.get("audit.column.day"), 60, day -> Integer.toString(day.dayNumber())));
        plan.getColumns().add(Column.of(texts.get("recording.day.title"), 260, PlannedDay::title));
        plan.getColumns().add(Column.of(texts.get("cohort.copy.date"), 220, day -> model.when(day.scheduledAt())));
        plan.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        Nodes.shownWhen(plan, Bindings.isNotEmpty(model.plan()));
        Nodes.shownWhen(root, model.open());
    }

    @FXML
    void preview() {
        model.preview();
    }

    @FXML
    void make() {
        model.make();
    }

    @FXML
    void close() {
        model.close();
    }

    @Override
    public Parent root() {
        return root;
    }
}
