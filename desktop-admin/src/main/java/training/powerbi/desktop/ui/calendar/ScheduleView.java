package training.powerbi.desktop.ui.calendar;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import training.powerbi.client.PlannedDay;
import training.powerbi.desktop.ui.form.Choices;
import training.powerbi.desktop.ui.kit.Fxml;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.kit.View;
import training.powerbi.desktop.ui.plan.PlanForm;

/// The form that lays days over a calendar, with the plan beneath it.
final class ScheduleView implements View {
    private static final double PLANNED_WIDTH = 236;

    private final ScheduleViewModel model;
    private final Texts texts;
    private final Parent root;

    @FXML
    private Label title;

    @FXML
    private VBox fields;

    @FXML
    private ComboBox<Opening> opening;

    @FXML
    private Button preview;

    @FXML
    private Button apply;

    @FXML
    private Label problem;

    @FXML
    private Label warning;

    @FXML
    private ScrollPane scroll;

    @FXML
    private FlowPane plan;

    ScheduleView(ScheduleViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        root = Fxml.load(this, texts);
        title.textProperty().bind(model.title());
        fields.getChildren().add(new PlanForm(model.draft(), texts).root());
        opening.getItems().addAll(Opening.values());
        opening.setConverter(Choices.named(each -> texts.get("schedule.opening." + each.name())));
        opening.valueProperty().bindBidirectional(model.openingProperty());
        model.plan().addListener((ListChangeListener<PlannedDay>) change -> plan.getChildren()
                .setAll(model.plan().stream().map(this::planned).toList()));
        var nothing = Bindings.isEmpty(model.plan());
        Nodes.restsWhile(preview, model.busy());
        Nodes.restsWhile(apply, model.busy());
        apply.disableProperty().bind(nothing);
        problem.textProperty().bind(model.problem());
        Nodes.shownWhen(problem, model.problem().isNotEmpty());
        Nodes.shownWhen(scroll, nothing.not());
        warning.textProperty().bind(model.warning());
        Nodes.shownWhen(warning, model.warning().isNotEmpty());
        Nodes.shownWhen(root, model.openProperty());
    }

    @FXML
    void preview() {
        model.preview();
    }

    @FXML
    void apply() {
        model.apply();
    }

    @FXML
    void close() {
        model.openProperty().set(false);
    }

    private VBox planned(PlannedDay planned) {
        var box = new VBox(
                2,
                Nodes.line(planned.dayNumber() + " · " + planned.title(), "strong"),
                Nodes.line(model.when(planned.scheduledAt()), "quiet"));
        box.setPrefWidth(PLANNED_WIDTH);
        box.getStyleClass().add("planned");
        var previous = planned.previous();
        if (previous != null && !previous.equals(planned.scheduledAt())) {
            box.getChildren().add(Nodes.line(model.when(previous), "quiet", "struck"));
        }
        var opens = planned.opensAt();
        if (opens != null) {
            box.getChildren().add(Nodes.line(texts.get("card.opens", model.when(opens)), "opens"));
        }
        return box;
    }

    @Override
    public Parent root() {
        return root;
    }
}
