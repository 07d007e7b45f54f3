package training.powerbi.desktop.ui.calendar;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import training.powerbi.desktop.ui.kit.Fxml;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.kit.View;

/// The row of tools above the days. What is done to marked days is there while days are marked.
final class CalendarBar implements View {
    private final CalendarViewModel model;
    private final BooleanProperty planning;
    private final Parent root;

    @FXML
    private ToggleGroup modes;

    @FXML
    private ToggleButton cards;

    @FXML
    private ToggleButton month;

    @FXML
    private FlowPane all;

    @FXML
    private FlowPane some;

    @FXML
    private Label count;

    CalendarBar(CalendarViewModel model, ScheduleViewModel schedule, Texts texts) {
        this.model = model;
        this.planning = schedule.openProperty();
        root = Fxml.load(this, texts);
        model.monthProperty().subscribe(shown -> modes.selectToggle(shown ? month : cards));
        modes.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null) {
                modes.selectToggle(before);
            } else {
                model.monthProperty().set(month.isSelected());
            }
        });
        count.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get("calendar.marked", model.marked().size()), model.marked()));
        some.visibleProperty().bind(Bindings.isNotEmpty(model.marked()));
        all.visibleProperty().bind(some.visibleProperty().not());
    }

    @FXML
    void plan() {
        planning.set(!planning.get());
    }

    @FXML
    void unlockAll() {
        model.unlockAll();
    }

    @FXML
    void lockAll() {
        model.lockAll();
    }

    @FXML
    void unlockMarked() {
        model.setMarked(true);
    }

    @FXML
    void lockMarked() {
        model.setMarked(false);
    }

    @FXML
    void markAll() {
        model.markAll();
    }

    @FXML
    void markNone() {
        model.unmarkAll();
    }

    @Override
    public Parent root() {
        return root;
    }
}
