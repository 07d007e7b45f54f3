package training.powerbi.desktop.ui.kit;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// Parts of a view that are there at times only.
public final class Disclosure {
    private Disclosure() {}

    /// Shows the node, and gives it room, only while `when` holds.
    public static <N extends Node> N shown(N node, ObservableValue<Boolean> when) {
        when.subscribe(now -> {
            node.setVisible(now);
            node.setManaged(now);
        });
        return node;
    }
}
