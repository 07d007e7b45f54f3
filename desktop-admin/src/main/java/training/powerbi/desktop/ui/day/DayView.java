package training.powerbi.desktop.ui.day;

import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import training.powerbi.client.CourseDay;
import training.powerbi.desktop.ui.access.ExceptionForm;
import training.powerbi.desktop.ui.kit.Placeholder;
import training.powerbi.desktop.ui.kit.Section;
import training.powerbi.desktop.ui.kit.StyleSheets;
import training.powerbi.desktop.ui.kit.View;
import training.powerbi.desktop.ui.session.SessionForm;

/// All that belongs to the chosen day, below a head that stays.
public final class DayView implements View {
    /// Longer lines are hard to read.
    private static final double WIDEST = 960;

    private final StackPane root = new StackPane();
    private final ScrollPane scroll = new ScrollPane();
    private final Placeholder nothing;
    private final BorderPane page = new BorderPane();
    private final DayHeader header;
    private int shown;

    public DayView(DayViewModel model) {
        var texts = model.texts();
        root.getStyleClass().add("day-pane");
        root.setMinWidth(380);
        StyleSheets.dress(root, DayView.class, "day.css");
        nothing = Placeholder.empty(
                Feather.CALENDAR, texts.get("recording.nothing-chosen"), texts.get("recording.nothing-chosen.what"));
        header = new DayHeader(model);
        var content = new VBox(
                new DayForm(model.editor(), texts).root(),
                new Section(
                        Feather.CLOCK, texts.get("session.section"), new SessionForm(model.session(), texts).root()),
                new Section(Feather.VIDEO, texts.get("recording.section"), new RecordingsPane(model)),
                new Section(Feather.MONITOR, texts.get("materials.slides"), new SlidesPane(model)),
                new Section(Feather.PAPERCLIP, texts.get("materials.resources"), new ResourcesPane(model)),
                new Section(
                        Feather.USER_CHECK,
                        texts.get("access.section"),
                        new ExceptionForm(model.exceptions(), texts).root()));
        content.getStyleClass().add("day-content");
        content.setMaxWidth(WIDEST);
        var middle = new StackPane(content);
        middle.setAlignment(Pos.TOP_CENTER);
        scroll.setContent(middle);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        page.setTop(header.root());
        page.setCenter(scroll);
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
        header.show(day);
        if (shown != day.dayNumber()) {
            shown = day.dayNumber();
            scroll.setVvalue(0);
            root.getChildren().setAll(page);
        }
    }
}
