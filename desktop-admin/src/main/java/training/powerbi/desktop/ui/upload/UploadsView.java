package training.powerbi.desktop.ui.upload;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import training.powerbi.desktop.ui.kit.Icon;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.Rows;
import training.powerbi.desktop.ui.kit.StyleSheets;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.kit.View;

/// Recordings on their way, in a drawer at the lower edge; not there while there are none. Its head always says how
/// they get on; it opens when an upload begins and closes when the last is done.
public final class UploadsView implements View {
    private static final double TALLEST = 230;

    private final UploadQueue queue;
    private final Texts texts;
    private final VBox root;

    public UploadsView(UploadQueue queue) {
        this.queue = queue;
        this.texts = queue.screen().texts();
        var rows = new VBox();
        rows.getStyleClass().add("rows");
        Rows.follow(rows, queue.items(), item -> new UploadRow(queue, item));
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMaxHeight(TALLEST);
        root = new VBox(head(), Nodes.shownWhen(scroll, queue.drawer().open()));
        root.getStyleClass().add("uploads");
        StyleSheets.dress(root, UploadsView.class, "upload.css");
        Nodes.shownWhen(root, Bindings.isNotEmpty(queue.items()));
    }

    private HBox head() {
        var drawer = new ToggleButton("", new Icon(Feather.UPLOAD_CLOUD));
        drawer.setId("uploads-drawer");
        drawer.getStyleClass().addAll("flat", "drawer");
        drawer.setMnemonicParsing(false);
        drawer.setMaxWidth(Double.MAX_VALUE);
        drawer.setAlignment(Pos.CENTER_LEFT);
        drawer.textProperty().bind(queue.drawer().summary());
        drawer.selectedProperty().bindBidirectional(queue.drawer().open());
        HBox.setHgrow(drawer, Priority.ALWAYS);
        var up = new Icon(Feather.CHEVRON_DOWN);
        queue.drawer().open().subscribe(open -> up.setRotate(open ? 0 : 180));
        var clear = Nodes.button(texts.get("upload.clear-done"), queue::dismissDone, "flat");
        var head = new HBox(8, drawer, Nodes.shownWhen(clear, queue.drawer().anyDone()), up);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    @Override
    public Parent root() {
        return root;
    }
}
