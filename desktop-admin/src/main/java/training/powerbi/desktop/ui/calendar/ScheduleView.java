package training.powerbi.desktop.ui.calendar;

import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import training.powerbi.client.PlannedDay;
import training.powerbi.desktop.ui.kit.Fxml;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.kit.View;

/// The form that lays days over a calendar, with the plan beneath it.
final class ScheduleView implements View {
    private static final double PLANNED_WIDTH = 236;

    private final ScheduleViewModel model;
    private final Parent root;

    @FXML
    private Label title;

    @FXML
    private DatePicker date;

    @FXML
    private TextField time;

    @FXML
    private CheckBox weekdays;

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
        root = Fxml.load(this, texts);
        title.setText(texts.get("schedule.title", model.zone().getId()));
        date.valueProperty().bindBidirectional(model.startProperty());
        time.textProperty().bindBidirectional(model.timeProperty());
        weekdays.selectedProperty().bindBidirectional(model.weekdaysOnlyProperty());
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
        return box;
    }

    @Override
    public Parent root() {
        return root;
    }
}
