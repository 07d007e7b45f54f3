package training.powerbi.desktop.ui.activity;

import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import training.powerbi.client.DashboardStats;
import training.powerbi.desktop.ui.kit.Buttons;
import training.powerbi.desktop.ui.kit.Fxml;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.PhasePane;
import training.powerbi.desktop.ui.kit.Placeholder;
import training.powerbi.desktop.ui.kit.StyleSheets;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.kit.Tile;
import training.powerbi.desktop.ui.kit.View;
import training.powerbi.model.UserProgress;

/// How the class is doing, at a glance.
public final class DashboardView implements View {
    private final DashboardViewModel model;
    private final Texts texts;
    private final StackPane root;

    @FXML
    private Label warnings;

    @FXML
    private Label stale;

    @FXML
    private Tile unlocked;

    @FXML
    private Tile recordings;

    @FXML
    private Tile users;

    @FXML
    private Tile active;

    @FXML
    private Tile completion;

    @FXML
    private VBox bars;

    @FXML
    private ListView<UserProgress> feed;

    public DashboardView(DashboardViewModel model) {
        this.model = model;
        this.texts = model.screen().texts();
        var content = Fxml.load(this, texts);
        fill();
        root = new PhasePane(
                model.phase(),
                Placeholder.loading(texts.get("dashboard.loading")),
                content,
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

    private void fill() {
        warnings.textProperty().bind(model.warnings());
        Nodes.shownWhen(warnings, model.warnings().isNotEmpty());
        stale.textProperty().bind(model.failure());
        Nodes.shownWhen(stale, model.failure().isNotEmpty());
        show(unlocked, stats -> texts.get("dashboard.of", stats.unlockedDays(), stats.totalDays()));
        show(recordings, stats -> count(stats.recordingsAvailable()));
        show(users, stats -> count(stats.totalUsers()));
        show(active, stats -> count(stats.activeStudents()));
        show(completion, stats -> model.amounts().percent(stats.averageCompletion()));
        bars.getChildren().add(new DayBars(model));
        feed.setItems(model.feed());
        feed.setPlaceholder(Placeholder.empty(
                Feather.ACTIVITY, texts.get("dashboard.feed.empty"), texts.get("dashboard.feed.empty.what")));
        feed.setCellFactory(view -> new FeedCell(model));
        model.ticks().subscribe(feed::refresh);
        model.namesVersion().subscribe(feed::refresh);
    }

    private void show(Tile tile, Function<DashboardStats, String> words) {
        tile.show(Bindings.createStringBinding(
                () -> {
                    var stats = model.stats().get();
                    return stats == null ? "" : words.apply(stats);
                },
                model.stats()));
    }

    private String count(int number) {
        return model.amounts().count(number);
    }
}
