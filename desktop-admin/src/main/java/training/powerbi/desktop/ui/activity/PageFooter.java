package training.powerbi.desktop.ui.activity;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import training.powerbi.desktop.ui.kit.Amounts;
import training.powerbi.desktop.ui.kit.Buttons;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.Phase;
import training.powerbi.desktop.ui.kit.Texts;

/// Below a long list: how much of it is here, whether more is on its way, and why not.
final class PageFooter extends HBox {

    /// @param key begins the keys of its texts
    PageFooter(PagedList<?> list, Texts texts, String key) {
        getStyleClass().add("page-footer");
        setAlignment(Pos.CENTER_LEFT);
        var amounts = new Amounts(texts);
        var count = new Label();
        count.getStyleClass().add("facts");
        count.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> texts.get(
                                key + ".shown",
                                amounts.count(list.items().size()),
                                amounts.count(list.total().get())),
                        list.items(),
                        list.total()));
        var wheel = new ProgressIndicator();
        wheel.setAccessibleText(texts.get(key + ".loading"));
        wheel.setMaxSize(16, 16);
        wheel.setMinSize(16, 16);
        var why = new Label();
        why.getStyleClass().add("field-error");
        why.textProperty().bind(list.failure());
        var retry = Buttons.of(texts.get(key + ".retry"), Feather.REFRESH_CW, list::retry);
        var failed = list.failure().isNotEmpty();
        getChildren()
                .addAll(
                        count,
                        Nodes.shownWhen(wheel, list.busy()),
                        Nodes.shownWhen(why, failed),
                        Nodes.shownWhen(retry, failed));
        Nodes.shownWhen(this, list.phase().isEqualTo(Phase.READY));
    }
}
