package training.powerbi.desktop.ui.day;

import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import training.powerbi.client.CourseDay;
import training.powerbi.desktop.ui.kit.Placeholder;
import training.powerbi.desktop.ui.kit.StyleSheets;
import training.powerbi.desktop.ui.kit.View;

/// The pane beside the calendar: all that belongs to the chosen day.
public final class DayView implements View {
    private final StackPane root = new StackPane();
    private final ScrollPane scroll = new ScrollPane();
    private final Placeholder nothing;
    private final Label heading = new Label();
    private final DayViewModel model;
    private int shown;

    public DayView(DayViewModel model) {
        this.model = model;
        var texts = model.texts();
        root.getStyleClass().add("day-pane");
        root.setMinWidth(380);
        StyleSheets.dress(root, DayView.class, "day.css");
        nothing = Placeholder.empty(
                Feather.CALENDAR, texts.get("recording.nothing-chosen"), texts.get("recording.nothing-chosen.what"));
        heading.getStyleClass().add("day-heading");
        var content = new VBox(
                heading,
                new DayForm(model.editor(), texts).root(),
                new Section(Feather.VIDEO, texts.get("recording.section"), new RecordingsPane(model)),
                new Section(Feather.MONITOR, texts.get("materials.slides"), new SlidesPane(model)),
                new Section(Feather.PAPERCLIP, texts.get("materials.resources"), new ResourcesPane(model)));
        content.getStyleClass().add("day-content");
        scroll.setContent(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        model.day().subscribe(this::show);
    }

    @Override
    public Parent root() {
        return root;
    }

    private void show(@Nullable CourseDay day) {
        if (day == null) {
            shown = 0;
            root.getChildren().setAll(nothing);
            return;
        }
        heading.setText(model.texts().get("recording.day.heading", day.dayNumber()));
        if (shown != day.dayNumber()) {
            shown = day.dayNumber();
            scroll.setVvalue(0);
            root.getChildren().setAll(scroll);
        }
    }
}
