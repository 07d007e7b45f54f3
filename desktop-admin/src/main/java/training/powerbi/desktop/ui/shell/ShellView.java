package training.powerbi.desktop.ui.shell;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import training.powerbi.desktop.ui.kit.Icon;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.kit.View;
import training.powerbi.desktop.ui.shell.ShellViewModel.Page;

/// Navigation at the left, who and how at the top, the screen in the middle, notices above all.
public final class ShellView implements View {
    private record Tab(Page page, Feather icon, KeyCode key) {}

    private static final List<Tab> TABS = List.of(
            new Tab(Page.COURSE, Feather.GRID, KeyCode.DIGIT1),
            new Tab(Page.DASHBOARD, Feather.ACTIVITY, KeyCode.DIGIT2),
            new Tab(Page.PEOPLE, Feather.USERS, KeyCode.DIGIT3),
            new Tab(Page.AUDIT, Feather.LIST, KeyCode.DIGIT4),
            new Tab(Page.REPORTS, Feather.DATABASE, KeyCode.DIGIT5));

    private final ShellViewModel model;
    private final Texts texts;
    private final Map<Page, Supplier<View>> pages;
    private final Map<Page, Parent> built = new EnumMap<>(Page.class);
    private final BorderPane frame = new BorderPane();
    private final ShortcutsView shortcuts;
    private final StackPane root = new StackPane();

    /// @param pages each made when it is first shown
    public ShellView(ShellViewModel model, Map<Page, Supplier<View>> pages, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.pages = pages;
        this.shortcuts = new ShortcutsView(texts);
        frame.getStyleClass().add("shell");
        frame.setTop(new VBox(new TopBar(model, texts, shortcuts::toggle), new StaleBar(model.staleText())));
        frame.setLeft(navigation());
        root.getChildren().addAll(frame, new NoticesView(model.notices(), texts).root(), shortcuts.root());
        model.pageProperty().subscribe(this::show);
        frame.addEventHandler(KeyEvent.KEY_PRESSED, press -> {
            if (press.getCode() == KeyCode.ESCAPE && model.mayGoBack()) {
                model.back();
                press.consume();
            }
        });
        root.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                var keys = scene.getAccelerators();
                keys.put(new KeyCodeCombination(KeyCode.F1), shortcuts::toggle);
                keys.put(new KeyCodeCombination(KeyCode.F5), model::readAgain);
                for (var tab : TABS) {
                    keys.put(
                            new KeyCodeCombination(tab.key(), KeyCombination.SHORTCUT_DOWN),
                            () -> model.turnTo(tab.page()));
                }
            }
        });
    }

    private void show(Page page) {
        frame.setCenter(built.computeIfAbsent(
                page, which -> Objects.requireNonNull(pages.get(which)).get().root()));
        if (model.mayGoBack()) {
            // What had the focus is not to be seen any more; without one, Esc would not be heard here.
            Platform.runLater(() -> {
                var back = frame.getCenter().lookup(".page-back");
                if (back != null) {
                    back.requestFocus();
                }
            });
        }
    }

    private VBox navigation() {
        var group = new ToggleGroup();
        var rail = new VBox(4);
        rail.getStyleClass().add("rail");
        for (var tab : TABS) {
            var page = tab.page();
            var button = new ToggleButton(texts.get("page." + page.name()), new Icon(tab.icon()));
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setAlignment(Pos.CENTER_LEFT);
            button.getStyleClass().addAll("flat", "rail-button");
            button.setOnAction(event -> {
                button.setSelected(true);
                model.turnTo(page);
            });
            model.pageProperty().subscribe(now -> button.setSelected(now == page));
            rail.getChildren().add(button);
        }
        return rail;
    }

    @Override
    public Parent root() {
        return root;
    }
}
