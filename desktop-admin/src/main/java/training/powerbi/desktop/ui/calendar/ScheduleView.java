package training.powerbi.desktop.ui.calendar;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import training.powerbi.client.PlannedDay;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.kit.View;

/// The form that lays days over a calendar, with the plan beneath it.
final class ScheduleView implements View {
    private final DateTimeFormatter day;
    private final VBox root;

    ScheduleView(ScheduleViewModel model, Texts texts, ZoneId zone) {
        this.day = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(texts.locale())
                .withZone(zone);

        var date = new DatePicker();
        date.valueProperty().bindBidirectional(model.startProperty());
        date.setPrefWidth(150);
        var time = new TextField();
        time.textProperty().bindBidirectional(model.timeProperty());
        time.setPrefColumnCount(5);
        var weekdays = new CheckBox(texts.get("schedule.weekdays"));
        weekdays.selectedProperty().bindBidirectional(model.weekdaysOnlyProperty());

        var plan = new FlowPane(8, 8);
        model.plan().addListener((ListChangeListener<PlannedDay>) change -> plan.getChildren()
                .setAll(model.plan().stream().map(this::planned).toList()));
        var preview = Nodes.button(texts.get("schedule.preview"), model::preview);
        var apply = Nodes.button(texts.get("schedule.apply"), model::apply, "accent");
        preview.disableProperty().bind(model.busy());
        apply.disableProperty().bind(model.busy().or(Bindings.isEmpty(model.plan())));
        var close = Nodes.button(
                texts.get("schedule.close"), () -> model.openProperty().set(false), "flat");

        var form = new FlowPane(
                12,
                8,
                field(texts.get("schedule.start"), date),
                field(texts.get("schedule.time"), time),
                weekdays,
                preview,
                apply,
                close);
        form.setAlignment(Pos.CENTER_LEFT);
        var problem = Nodes.paragraph("", "problem");
        problem.textProperty().bind(model.problem());
        root = new VBox(
                12,
                Nodes.label(texts.get("schedule.title", zone.getId()), "title-4"),
                form,
                Nodes.shownWhen(problem, model.problem().isNotEmpty()),
                Nodes.shownWhen(plan, Bindings.isNotEmpty(model.plan())));
        root.getStyleClass().addAll("panel", "schedule");
        Nodes.shownWhen(root, model.openProperty());
    }

    private static HBox field(String name, javafx.scene.control.Control control) {
        var label = new Label(name);
        label.setLabelFor(control);
        var box = new HBox(6, label, control);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private VBox planned(PlannedDay planned) {
        var box = new VBox(
                2,
                Nodes.label(planned.dayNumber() + " · " + planned.title(), "strong"),
                Nodes.label(day.format(planned.scheduledAt()), "quiet"));
        box.getStyleClass().add("planned");
        var previous = planned.previous();
        if (previous != null && !previous.equals(planned.scheduledAt())) {
            box.getChildren().add(Nodes.label(day.format(previous), "quiet", "struck"));
        }
        return box;
    }

    @Override
    public Parent root() {
        return root;
    }
}
