package training.powerbi.desktop.ui.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.kit.View;

/// The list of keys, shown and hidden by F1.
final class ShortcutsView implements View {
    private static final List<String> KEYS =
            List.of("help", "reload", "pages", "choose", "toggle", "mark", "move", "search", "close");

    private final StackPane root = new StackPane();
    private @Nullable Node before;

    ShortcutsView(Texts texts) {
        var grid = new GridPane(24, 8);
        for (var row = 0; row < KEYS.size(); row++) {
            var key = KEYS.get(row);
            grid.add(Nodes.label(texts.get("key." + key), "key"), 0, row);
            grid.add(Nodes.label(texts.get("key." + key + ".does")), 1, row);
        }
        var close = Nodes.button(texts.get("key.hide"), this::toggle, "accent");
        var panel = new VBox(16, Nodes.label(texts.get("shell.shortcuts"), "title-3"), grid, close);
        panel.getStyleClass().addAll("panel", "shortcuts");
        panel.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        root.getStyleClass().add("veil");
        root.getChildren().add(panel);
        root.setVisible(false);
        root.setOnKeyPressed(press -> {
            if (press.getCode() == KeyCode.ESCAPE) {
                toggle();
            }
        });
    }

    void toggle() {
        root.setVisible(!root.isVisible());
        if (root.isVisible()) {
            before = root.getScene().getFocusOwner();
            root.lookup(".accent").requestFocus();
        } else if (before != null) {
            before.requestFocus();
        }
    }

    @Override
    public Parent root() {
        return root;
    }
}
