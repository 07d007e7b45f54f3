package training.powerbi.desktop.ui.activity;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.model.UserProgress;

/// What one student did, in one line of the feed.
final class FeedCell extends ListCell<UserProgress> {
    private final DashboardViewModel model;
    private final Label who = new Label();
    private final Label what = new Label();
    private final Label when = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final HBox line;

    FeedCell(DashboardViewModel model) {
        this.model = model;
        who.getStyleClass().add("feed-who");
        who.setMinWidth(0);
        Nodes.toldInFull(who);
        what.getStyleClass().add("facts");
        when.getStyleClass().add("facts");
        when.setMinWidth(80);
        when.setAlignment(Pos.CENTER_RIGHT);
        bar.setPrefWidth(64);
        bar.setMinWidth(64);
        var words = new VBox(who, what);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        line = new HBox(words, bar, when);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("feed-line");
    }

    @Override
    protected void updateItem(@Nullable UserProgress progress, boolean empty) {
        super.updateItem(progress, empty);
        if (empty || progress == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        var texts = model.screen().texts();
        who.setText(model.who(progress));
        what.setText(texts.get(
                "dashboard.feed.progress",
                progress.dayNumber(),
                model.amounts().percent(progress.completionPercentage())));
        when.setText(model.when(progress));
        bar.setProgress(progress.completionPercentage() / 100);
        setAccessibleText(who.getText() + ", " + what.getText() + ", " + when.getText());
        setGraphic(line);
    }
}
