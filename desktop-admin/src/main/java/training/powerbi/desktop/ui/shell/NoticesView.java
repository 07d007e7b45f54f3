package training.powerbi.desktop.ui.shell;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import training.powerbi.desktop.ui.kit.Icon;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.Notices;
import training.powerbi.desktop.ui.kit.Notices.Notice;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.kit.View;

/// Notices at the lower right; clicks beside them go through.
final class NoticesView implements View {
    private static final double WIDTH = 460;

    private final Notices notices;
    private final Texts texts;
    private final VBox root = new VBox(8);

    NoticesView(Notices notices, Texts texts) {
        this.notices = notices;
        this.texts = texts;
        root.setAlignment(Pos.BOTTOM_RIGHT);
        root.getStyleClass().add("notices");
        root.setPickOnBounds(false);
        root.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        StackPane.setAlignment(root, Pos.BOTTOM_RIGHT);
        notices.shown().addListener((ListChangeListener<Notice>) change -> show());
    }

    private void show() {
        root.getChildren().setAll(notices.shown().stream().map(this::notice).toList());
    }

    private HBox notice(Notice notice) {
        var text = Nodes.paragraph(notice.text());
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        var box = new HBox(12, new Icon(notice.problem() ? Feather.ALERT_TRIANGLE : Feather.CHECK), text);
        if (notice.offer() != null) {
            box.getChildren().add(Nodes.button(notice.offer().label(), () -> notices.accept(notice), "accent"));
        }
        box.getChildren().add(Nodes.iconButton(Feather.X, texts.get("notice.dismiss"), () -> notices.dismiss(notice)));
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().addAll("notice", notice.problem() ? "notice-problem" : "notice-good");
        box.setAccessibleRole(AccessibleRole.TEXT);
        box.setAccessibleText(notice.text());
        return box;
    }

    @Override
    public Parent root() {
        return root;
    }
}
