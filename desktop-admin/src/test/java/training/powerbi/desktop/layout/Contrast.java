package training.powerbi.desktop.layout;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;

/// How well a text stands out from what is painted behind it, by the formula of WCAG 2.
final class Contrast {
    private Contrast() {}

    /// Against the worst of the colours behind it.
    static double of(Text text) {
        var ink = colours(text.getFill()).getFirst();
        return grounds(text.getParent()).stream()
                .mapToDouble(ground -> between(over(ink, ground), ground))
                .min()
                .orElse(21);
    }

    /// From the innermost painted node outwards, until nothing shines through.
    private static List<Color> grounds(Node from) {
        List<Color> through = new ArrayList<>();
        for (var node = from; node != null; node = node.getParent()) {
            if (node instanceof Region region && region.getBackground() != null) {
                var fills = region.getBackground().getFills();
                for (var at = fills.size() - 1; at >= 0; at--) {
                    var colours = colours(fills.get(at).getFill());
                    if (colours.stream().allMatch(Color::isOpaque)) {
                        return colours.stream()
                                .map(each -> behind(through, each))
                                .toList();
                    }
                    through.add(colours.getFirst());
                }
            }
        }
        return List.of(behind(through, Color.WHITE));
    }

    /// @param through innermost first
    private static Color behind(List<Color> through, Color ground) {
        var mixed = ground;
        for (var colour : through.reversed()) {
            mixed = over(colour, mixed);
        }
        return mixed;
    }

    private static Color over(Color upper, Color lower) {
        var share = upper.getOpacity();
        return Color.color(
                upper.getRed() * share + lower.getRed() * (1 - share),
                upper.getGreen() * share + lower.getGreen() * (1 - share),
                upper.getBlue() * share + lower.getBlue() * (1 - share));
    }

    private static List<Color> colours(Paint paint) {
        return switch (paint) {
            case Color colour -> List.of(colour);
            case LinearGradient gradient ->
                gradient.getStops().stream().map(stop -> stop.getColor()).toList();
            default -> List.of(Color.TRANSPARENT);
        };
    }

    private static double between(Color one, Color other) {
        var first = luminance(one);
        var second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
