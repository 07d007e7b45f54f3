package training.powerbi.desktop.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// What a person would complain about in a window as it is laid out: words cut without a way to read them, buttons that
/// do not say what they do, controls out of the window, beneath something else, or too small to hit, text too pale.
/// On the FX thread.
final class Faults {
    private static final double SMALLEST = 24;
    private static final double PALEST = 4.5;
    private static final double SLACK = 1.5;

    private final Parent root;
    private final List<String> found = new ArrayList<>();

    private Faults(Parent root) {
        this.root = root;
    }

    static List<String> of(Scene scene) {
        var faults = new Faults(scene.getRoot());
        faults.visit(scene.getRoot(), new BoundingBox(0, 0, scene.getWidth(), scene.getHeight()), false);
        return List.copyOf(faults.found);
    }

    /// @param area what is to be seen of the node's parent
    /// @param scrolls whether what lies above or below can be scrolled to
    private void visit(Node node, Bounds area, boolean scrolls) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        var place = node.localToScene(node.getLayoutBounds());
        if (node instanceof Labeled labeled) {
            words(labeled);
            sticksOut(labeled, place);
        }
        if (isUsed(node) && !node.isDisabled()) {
            inside(node, place, area, scrolls);
            size((Control) node, place);
            covered(node, place, area);
        }
        if (node instanceof Parent parent && !(node instanceof TextInputControl) && !(node instanceof ComboBoxBase)) {
            var within = area;
            var further = scrolls;
            if (node.getStyleClass().contains("viewport")
                    || node.getStyleClass().contains("clipped-container")) {
                within = common(area, place);
                further = true;
            }
            for (var child : parent.getChildrenUnmodifiable()) {
                visit(child, within, further);
            }
        }
    }

    /// Whether people press it, choose from it or type into it.
    private static boolean isUsed(Node node) {
        return (node instanceof ButtonBase && !node.getStyleClass().contains("arrow-button"))
                || node instanceof TextInputControl
                || node instanceof ComboBoxBase
                || node.getStyleClass().contains("toggle-switch");
    }

    private void words(Labeled labeled) {
        var shown = shown(labeled);
        var meant = labeled.getText();
        if (shown == null || meant == null || meant.isBlank() || labeled.isDisabled()) {
            return;
        }
        var cut = !shown.getText().equals(meant) && !shown.getText().equals(meant.replace("_", ""));
        var told =
                labeled.getTooltip() != null && labeled.getTooltip().getText().contains(meant);
        var mayGrow = !(labeled instanceof ButtonBase)
                || labeled instanceof Hyperlink
                || labeled.getStyleClass().contains("chip");
        if (cut && !(told && mayGrow)) {
            found.add("cut: " + name(labeled) + " shows \"" + shown.getText() + "\"");
        }
        var contrast = Contrast.of(shown);
        if (contrast < PALEST) {
            found.add(String.format(Locale.ROOT, "pale (%.1f): %s", contrast, name(labeled)));
        }
    }

    private static @Nullable Text shown(Labeled labeled) {
        return labeled.getChildrenUnmodifiable().stream()
                .filter(child -> child instanceof Text && !child.equals(labeled.getGraphic()))
                .map(Text.class::cast)
                .findFirst()
                .orElse(null);
    }

    private void inside(Node node, Bounds place, Bounds area, boolean scrolls) {
        var out = place.getMinX() < area.getMinX() - SLACK
                || place.getMaxX() > area.getMaxX() + SLACK
                || (!scrolls && (place.getMinY() < area.getMinY() - SLACK || place.getMaxY() > area.getMaxY() + SLACK));
        if (out) {
            found.add("out of sight: " + name(node) + " at " + where(place) + " of " + where(area));
        }
    }

    /// Beyond the right edge of something that holds it, and so over a neighbour or out of a card.
    private void sticksOut(Labeled labeled, Bounds place) {
        if (labeled.getText() == null || labeled.getText().isBlank()) {
            return;
        }
        for (var outer = labeled.getParent(); outer != null; outer = outer.getParent()) {
            var edge = outer.localToScene(outer.getLayoutBounds());
            if (place.getMaxX() > edge.getMaxX() + SLACK) {
                found.add("sticks out: " + name(labeled) + " at " + where(place) + " of " + name(outer) + where(edge));
                return;
            }
            if (outer.getStyleClass().contains("viewport")) {
                return;
            }
        }
    }

    private void size(Control control, Bounds place) {
        if (place.getWidth() < SMALLEST - 0.5 || place.getHeight() < SMALLEST - 0.5) {
            found.add("small: " + name(control) + " " + where(place));
        }
    }

    private void covered(Node node, Bounds place, Bounds area) {
        var x = place.getCenterX();
        var y = place.getCenterY();
        if (!area.contains(x, y)) {
            return;
        }
        var hit = topmost(root, x, y);
        for (var each = hit; each != null; each = each.getParent()) {
            if (each.equals(node)) {
                return;
            }
        }
        if (!isBehindVeil(node, hit)) {
            found.add("covered: " + name(node) + " by " + (hit == null ? "nothing" : name(hit)));
        }
    }

    /// What lies over the whole window, such as the list of keys or the preview, is to be left first.
    private boolean isBehindVeil(Node node, @Nullable Node hit) {
        for (var each = hit; each != null; each = each.getParent()) {
            var styles = each.getStyleClass();
            if (styles.contains("veil") || styles.contains("preview") || styles.contains("notice")) {
                return !isWithin(node, each);
            }
        }
        return false;
    }

    private static boolean isWithin(Node node, Node outer) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.equals(outer)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Node topmost(Node node, double x, double y) {
        if (!node.isVisible() || node.isMouseTransparent()) {
            return null;
        }
        var here = node.sceneToLocal(x, y);
        var clip = node.getClip();
        if (clip != null && !clip.contains(clip.parentToLocal(here))) {
            return null;
        }
        if (node instanceof Parent parent) {
            var children = parent.getChildrenUnmodifiable();
            for (var at = children.size() - 1; at >= 0; at--) {
                var hit = topmost(children.get(at), x, y);
                if (hit != null) {
                    return hit;
                }
            }
        }
        return node.contains(here) ? node : null;
    }

    private static Bounds common(Bounds one, Bounds other) {
        var x = Math.max(one.getMinX(), other.getMinX());
        var y = Math.max(one.getMinY(), other.getMinY());
        return new BoundingBox(
                x,
                y,
                Math.max(0, Math.min(one.getMaxX(), other.getMaxX()) - x),
                Math.max(0, Math.min(one.getMaxY(), other.getMaxY()) - y));
    }

    private static String name(Node node) {
        var text = node instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : "";
        var said = text.isEmpty() ? String.valueOf(node.getAccessibleText()) : text;
        return node.getClass().getSimpleName()
                + node.getStyleClass()
                + " \""
                + said.substring(0, Math.min(40, said.length()))
                + '"';
    }

    private static String where(Bounds place) {
        return String.format(
                Locale.ROOT,
                "%.0f,%.0f %.0fx%.0f",
                place.getMinX(),
                place.getMinY(),
                place.getWidth(),
                place.getHeight());
    }
}
