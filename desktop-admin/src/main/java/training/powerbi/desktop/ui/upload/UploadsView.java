package training.powerbi.desktop.ui.upload;

import javafx.beans.binding.Bindings;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.Rows;
import training.powerbi.desktop.ui.kit.StyleSheets;
import training.powerbi.desktop.ui.kit.View;

/// The strip of recordings on their way; not there while there are none.
public final class UploadsView implements View {
    private final VBox root;

    public UploadsView(UploadQueue queue) {
        var texts = queue.screen().texts();
        var heading = new Label();
        heading.getStyleClass().add("section-title");
        heading.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get("upload.heading", queue.items().size()), queue.items()));
        var rows = new VBox();
        rows.getStyleClass().add("rows");
        Rows.follow(rows, queue.items(), item -> new UploadRow(queue, item));
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMaxHeight(250);
        root = new VBox(heading, scroll);
        root.getStyleClass().add("uploads");
        StyleSheets.dress(root, UploadsView.class, "upload.css");
        Nodes.shownWhen(root, Bindings.isNotEmpty(queue.items()));
    }

    @Override
    public Parent root() {
        return root;
    }
}
