package training.powerbi.desktop.ui.activity;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import training.powerbi.desktop.state.DayState;
import training.powerbi.desktop.ui.kit.Rows;
import training.powerbi.desktop.ui.kit.Texts;

/// A bar for each day: how many students have begun it, and how many of those are through.
final class DayBars extends VBox {
    private static final double NUMBER_WIDTH = 52;
    private static final double WORDS_WIDTH = 128;

    private final Texts texts;

    DayBars(DashboardViewModel model) {
        this.texts = model.screen().texts();
        getStyleClass().add("day-bars");
        Rows.follow(this, model.days(), day -> row(day, model));
    }

    private Node row(DayState day, DashboardViewModel model) {
        var number = new Label(texts.get("dashboard.day", day.number()));
        number.setMinWidth(NUMBER_WIDTH);
        var track = new StackPane();
        track.getStyleClass().add("bar-track");
        track.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(track, Priority.ALWAYS);
        var most = model.classSize();
        track.getChildren()
                .addAll(
                        bar(
                                "bar-started",
                                track,
                                Bindings.createDoubleBinding(
                                        () -> share(day.progress().started(), most.get()),
                                        day.progressProperty(),
                                        most)),
                        bar(
                                "bar-completed",
                                track,
                                Bindings.createDoubleBinding(
                                        () -> share(day.progress().completed(), most.get()),
                                        day.progressProperty(),
                                        most)));
        var words = new Label();
        words.getStyleClass().add("facts");
        words.setMinWidth(WORDS_WIDTH);
        words.setAlignment(Pos.CENTER_RIGHT);
        words.textProperty()
                .bind(day.progressProperty()
                        .map(progress ->
                                texts.get("dashboard.day.progress", progress.started(), progress.completed())));
        var row = new HBox(number, track, words);
        row.getStyleClass().add("day-bar");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Region bar(String style, Region track, DoubleBinding share) {
        var bar = new Region();
        bar.getStyleClass().add(style);
        bar.prefWidthProperty().bind(track.widthProperty().multiply(share));
        bar.setMaxWidth(USE_PREF_SIZE);
        return bar;
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : Math.min(1, (double) part / whole);
    }
}
