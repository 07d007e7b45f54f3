package training.powerbi.desktop.ui.activity;

import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import training.powerbi.client.DashboardStats;
import training.powerbi.desktop.ui.kit.Buttons;
import training.powerbi.desktop.ui.kit.Icons;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.PhasePane;
import training.powerbi.desktop.ui.kit.Placeholder;
import training.powerbi.desktop.ui.kit.StyleSheets;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.kit.View;
import training.powerbi.model.UserProgress;

/// How the class is doing, at a glance.
public final class DashboardView implements View {
    private final DashboardViewModel model;
    private final Texts texts;
    private final StackPane root;

    public DashboardView(DashboardViewModel model) {
        this.model = model;
        this.texts = model.screen().texts();
        root = new PhasePane(
                model.phase(),
                Placeholder.loading(texts.get("dashboard.loading")),
                content(),
                Placeholder.empty(Feather.BAR_CHART_2, texts.get("dashboard.empty"), texts.get("dashboard.empty.what")),
                Placeholder.failed(
                        texts.get("dashboard.failed"),
                        model.failure(),
                        Buttons.of(texts.get("dashboard.retry"), Feather.REFRESH_CW, model::refresh)));
        root.getStyleClass().addAll("screen", "dashboard");
        StyleSheets.dress(root, DashboardView.class, "activity.css");
        root.sceneProperty().subscribe(scene -> model.seen(scene != null));
    }

    @Override
    public Parent root() {
        return root;
    }

    private Node content() {
        var tiles = new FlowPane(
                tile(
                        Feather.UNLOCK,
                        "dashboard.unlocked",
                        stats -> texts.get("dashboard.of", stats.unlockedDays(), stats.totalDays())),
                tile(Feather.VIDEO, "dashboard.recordings", stats -> count(stats.recordingsAvailable())),
                tile(Feather.USERS, "dashboard.users", stats -> count(stats.totalUsers())),
                tile(Feather.ACTIVITY, "dashboard.active", stats -> count(stats.activeStudents())),
                tile(
                        Feather.CHECK_CIRCLE,
                        "dashboard.completion",
                        stats -> model.amounts().percent(stats.averageCompletion())));
        tiles.getStyleClass().add("tiles");
        var bars = new VBox(heading("dashboard.days"), legend(), new DayBars(model));
        bars.getStyleClass().add("card");
        bars.setPrefWidth(440);
        var feed = new VBox(heading("dashboard.feed"), feed());
        feed.getStyleClass().add("card");
        feed.setPrefWidth(400);
        HBox.setHgrow(bars, Priority.ALWAYS);
        HBox.setHgrow(feed, Priority.ALWAYS);
        var columns = new HBox(bars, feed);
        columns.getStyleClass().add("columns");
        var stale = new Label("", Icons.of(Feather.ALERT_TRIANGLE));
        stale.getStyleClass().add("stale");
        stale.setWrapText(true);
        stale.textProperty().bind(model.failure());
        var all = new VBox(Nodes.shownWhen(stale, model.failure().isNotEmpty()), tiles, columns);
        all.getStyleClass().add("screen-content");
        VBox.setVgrow(columns, Priority.ALWAYS);
        var scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        return scroll;
    }

    private String count(int number) {
        return model.amounts().count(number);
    }

    private Node tile(Feather icon, String key, Function<DashboardStats, String> value) {
        var number = new Label();
        number.getStyleClass().add("tile-number");
        number.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> {
                            var stats = model.stats().get();
                            return stats == null ? "" : value.apply(stats);
                        },
                        model.stats()));
        var name = new Label(texts.get(key), Icons.of(icon));
        name.getStyleClass().add("tile-name");
        number.setLabelFor(name);
        var tile = new VBox(name, number);
        tile.getStyleClass().addAll("card", "tile");
        return tile;
    }

    private Label heading(String key) {
        var heading = new Label(texts.get(key));
        heading.getStyleClass().add("card-title");
        return heading;
    }

    private Node legend() {
        var legend = new HBox(
                sample("bar-started"),
                new Label(texts.get("dashboard.started")),
                sample("bar-completed"),
                new Label(texts.get("dashboard.completed")));
        legend.getStyleClass().add("legend");
        return legend;
    }

    private static Region sample(String style) {
        var sample = new Region();
        sample.getStyleClass().addAll(style, "sample");
        return sample;
    }

    private Node feed() {
        var list = new ListView<UserProgress>(model.feed());
        list.getStyleClass().add("feed");
        list.setAccessibleText(texts.get("dashboard.feed"));
        list.setPlaceholder(Placeholder.empty(
                Feather.ACTIVITY, texts.get("dashboard.feed.empty"), texts.get("dashboard.feed.empty.what")));
        list.setCellFactory(view -> new FeedCell(model));
        list.setPrefHeight(360);
        VBox.setVgrow(list, Priority.ALWAYS);
        model.ticks().subscribe(list::refresh);
        model.namesVersion().subscribe(list::refresh);
        return list;
    }
}
