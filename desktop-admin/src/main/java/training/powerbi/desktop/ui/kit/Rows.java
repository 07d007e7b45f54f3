package training.powerbi.desktop.ui.kit;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Rows that follow a list. The row of an item that stays, stays: with its focus, and with what is typed in it.
public final class Rows {
    private Rows() {}

    public static <T> void follow(Pane pane, ObservableList<T> items, Function<T, Node> row) {
        Map<T, Node> made = new HashMap<>();
        Runnable lay = () -> {
            made.keySet().retainAll(items);
            var wanted =
                    items.stream().map(item -> made.computeIfAbsent(item, row)).toList();
            var children = pane.getChildren();
            children.retainAll(wanted);
            for (var at = 0; at < wanted.size(); at++) {
                if (at == children.size() || !children.get(at).equals(wanted.get(at))) {
                    children.remove(wanted.get(at));
                    children.add(at, wanted.get(at));
                }
            }
        };
        items.addListener((ListChangeListener<T>) change -> lay.run());
        lay.run();
    }
}
