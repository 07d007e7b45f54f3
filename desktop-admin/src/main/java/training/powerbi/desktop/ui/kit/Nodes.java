package training.powerbi.desktop.ui.kit;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// Small nodes all views are made of.
public final class Nodes {
    private static final PseudoClass RESTING = PseudoClass.getPseudoClass("resting");
    private static final double TOOLTIP_WIDTH = 480;
    private static final int LONGEST_BEGINNING = 20;

    private Nodes() {}

    public static Label label(String text, String... styles) {
        var label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /// A label that breaks its text into lines.
    public static Label paragraph(String text, String... styles) {
        var label = label(text, styles);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    public static Button button(String text, Runnable action, String... styles) {
        var button = new Button(text);
        button.getStyleClass().addAll(styles);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    /// A button with a picture only; the text is its name and its tooltip.
    public static Button iconButton(Feather icon, String name, Runnable action, String... styles) {
        var button = button("", action, styles);
        button.getStyleClass().addAll("button-icon", "flat");
        button.setGraphic(new Icon(icon));
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        return button;
    }

    /// What is cut is told in full by a tooltip.
    public static <L extends Labeled> L toldInFull(L label) {
        var tooltip = new Tooltip();
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(TOOLTIP_WIDTH);
        tooltip.textProperty().bind(label.textProperty());
        label.setTooltip(tooltip);
        return label;
    }

    /// The beginning of a long name, for a control that would cut it anywhere.
    public static String beginning(String name) {
        return name.length() <= LONGEST_BEGINNING
                ? name
                : name.substring(0, LONGEST_BEGINNING - 1).strip() + '…';
    }

    /// One line that gives way to its neighbours and ends in an ellipsis.
    public static Label line(String text, String... styles) {
        var label = toldInFull(label(text, styles));
        label.setMinWidth(0);
        return label;
    }

    /// Takes what room is left over.
    public static Region spacer() {
        var spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        return spacer;
    }

    /// Takes no presses while the condition holds. It is not disabled: what is disabled loses the focus, which
    /// wanders to the next control and scrolls the page there.
    public static <N extends Node> N restsWhile(N node, ObservableValue<Boolean> condition) {
        condition.subscribe(resting -> node.pseudoClassStateChanged(RESTING, resting));
        EventHandler<Event> pass = event -> {
            if (condition.getValue()) {
                event.consume();
            }
        };
        node.addEventFilter(ActionEvent.ACTION, pass);
        node.addEventFilter(MouseEvent.MOUSE_PRESSED, pass);
        node.addEventFilter(MouseEvent.MOUSE_RELEASED, pass);
        node.addEventFilter(KeyEvent.KEY_PRESSED, press -> {
            if (press.getCode() == KeyCode.SPACE || press.getCode() == KeyCode.ENTER) {
                pass.handle(press);
            }
        });
        return node;
    }

    /// Shows and lays out a node only while the condition holds.
    public static <N extends Node> N shownWhen(N node, ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
        return node;
    }
}
