package training.powerbi.desktop.ui.kit;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// Parts of a view that are there at times only.
public final class Disclosure {
    private Disclosure() {}

    /// Shows the node, and gives it room, only while `when` holds.
    public static <N extends Node> N shown(N node, ObservableValue<Boolean> when) {
        // Bound rather than listened to: a binding nobody holds would be collected.
        node.visibleProperty().bind(when);
        node.managedProperty().bind(node.visibleProperty());
        return node;
    }
}
