package training.powerbi.desktop.ui.upload;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.Texts;

/// A file on its way, or why it did not arrive.
public final class DeliveryRow extends VBox {

    public DeliveryRow(Deliveries deliveries, Delivery delivery, Texts texts) {
        getStyleClass().add("delivery");
        var name = new Label(texts.get("materials.sending", delivery.name(), delivery.dayNumber()));
        name.setMinWidth(0);
        Nodes.toldInFull(name);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        var failed = delivery.error().isNotEmpty();
        var line = new HBox(
                name,
                Nodes.shownWhen(
                        Nodes.iconButton(
                                Feather.REFRESH_CW,
                                texts.get("materials.retry", delivery.name()),
                                () -> deliveries.retry(delivery)),
                        failed),
                Nodes.shownWhen(
                        Nodes.iconButton(
                                Feather.X,
                                texts.get("materials.dismiss", delivery.name()),
                                () -> deliveries.dismiss(delivery)),
                        failed));
        line.setAlignment(Pos.CENTER_LEFT);
        var bar = new ProgressBar();
        bar.setAccessibleText(delivery.name());
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(delivery.fraction());
        var why = new Label();
        why.getStyleClass().add("field-error");
        why.setWrapText(true);
        why.setMinHeight(USE_PREF_SIZE);
        why.textProperty().bind(delivery.error());
        getChildren().addAll(line, Nodes.shownWhen(bar, failed.not()), Nodes.shownWhen(why, failed));
    }
}
