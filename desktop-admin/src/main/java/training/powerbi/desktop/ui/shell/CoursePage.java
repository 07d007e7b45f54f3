package training.powerbi.desktop.ui.shell;

import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import training.powerbi.desktop.ui.kit.View;

/// The calendar with the chosen day beside it, uploads beneath, and a preview over all while one is open.
public final class CoursePage implements View {
    private static final double CALENDAR_SHARE = 0.56;

    private final StackPane root;

    /// @param chosen whether a day is looked at
    public CoursePage(View calendar, View day, View uploads, View preview, ObservableValue<Boolean> chosen) {
        var split = new SplitPane(calendar.root());
        split.getStyleClass().add("course-split");
        chosen.subscribe(shown -> {
            if (shown && split.getItems().size() == 1) {
                split.getItems().add(day.root());
                split.setDividerPositions(CALENDAR_SHARE);
            } else if (!shown) {
                split.getItems().remove(day.root());
            }
        });
        var frame = new BorderPane(split);
        frame.setBottom(uploads.root());
        root = new StackPane(frame, preview.root());
    }

    @Override
    public Parent root() {
        return root;
    }
}
