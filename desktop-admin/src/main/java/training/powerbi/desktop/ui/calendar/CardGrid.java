package training.powerbi.desktop.ui.calendar;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// As many columns as fit, all of one width and together as wide as there is room; the cards of a row are as tall as
/// its tallest.
final class CardGrid extends Pane {
    private static final double GAP = 16;

    private final double leastWidth;

    /// @param leastWidth of a card; narrower ones are not made while there is room for two
    CardGrid(double leastWidth) {
        this.leastWidth = leastWidth;
    }

    private record Columns(int count, double width) {}

    private Columns columns(double width) {
        var room = width - snappedLeftInset() - snappedRightInset();
        var count = Math.max(1, (int) ((room + GAP) / (leastWidth + GAP)));
        return new Columns(count, Math.max(leastWidth, Math.floor((room - (count - 1) * GAP) / count)));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return snappedLeftInset() + leastWidth + snappedRightInset();
    }

    @Override
    protected double computePrefWidth(double height) {
        return computeMinWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return below(columns(width < 0 ? prefWidth(-1) : width), (card, x, y, height) -> {});
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        var columns = columns(getWidth());
        below(columns, (card, x, y, height) -> card.resizeRelocate(x, y, columns.width(), height));
    }

    @FunctionalInterface
    private interface Place {
        void put(Node card, double x, double y, double height);
    }

    /// Deals the cards out by rows.
    ///
    /// @return where the grid ends
    private double below(Columns columns, Place place) {
        var cards = getManagedChildren();
        var y = snappedTopInset();
        for (var first = 0; first < cards.size(); first += columns.count()) {
            var row = cards.subList(first, Math.min(cards.size(), first + columns.count()));
            var height = snapSizeY(row.stream()
                    .mapToDouble(card -> card.prefHeight(columns.width()))
                    .max()
                    .orElse(0));
            for (var at = 0; at < row.size(); at++) {
                place.put(row.get(at), snappedLeftInset() + at * (columns.width() + GAP), y, height);
            }
            y += height + GAP;
        }
        return (cards.isEmpty() ? y : y - GAP) + snappedBottomInset();
    }
}
