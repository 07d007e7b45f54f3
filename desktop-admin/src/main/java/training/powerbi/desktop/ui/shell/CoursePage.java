package training.powerbi.desktop.ui.shell;

import java.util.List;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import training.powerbi.desktop.ui.kit.View;

/// The calendar, and the chosen day: as a page of its own, or beside the calendar where both have room. Uploads
/// beneath, and a preview over all while one is open.
public final class CoursePage implements View {
    private static final double CALENDAR_SHARE = 0.52;
    /// Of three columns of cards, and of a day's forms beside them.
    private static final double ROOM_FOR_BOTH = 1240;

    private final Node calendar;
    private final Node day;
    private final SplitPane split = new SplitPane();
    private final StackPane root;
    private boolean chosen;
    private @Nullable Node before;

    /// @param chosen whether a day is looked at
    /// @param close leaves the day
    public CoursePage(
            View calendar, View day, View uploads, View preview, ObservableValue<Boolean> chosen, Runnable close) {
        this.calendar = calendar.root();
        this.day = day.root();
        split.getStyleClass().add("course-split");
        split.getItems().add(this.calendar);
        chosen.subscribe(this::turn);
        split.widthProperty().subscribe(width -> lay());
        split.addEventHandler(KeyEvent.KEY_PRESSED, press -> {
            if (press.getCode() == KeyCode.ESCAPE && this.chosen) {
                close.run();
                press.consume();
            }
        });
        var frame = new BorderPane(split);
        frame.setBottom(uploads.root());
        root = new StackPane(frame, preview.root());
    }

    private void turn(boolean now) {
        if (now && !chosen) {
            before = focused();
        }
        chosen = now;
        lay();
        if (!now && before != null) {
            before.requestFocus();
            before = null;
        }
    }

    private void lay() {
        var both = split.getWidth() >= ROOM_FOR_BOTH;
        var shown = chosen ? both ? List.of(calendar, day) : List.of(day) : List.of(calendar);
        if (!split.getItems().equals(shown)) {
            var left = shown.contains(calendar) ? null : focused();
            exchange(shown);
            split.setDividerPositions(CALENDAR_SHARE);
            if (left != null && !isWithin(day, left)) {
                // What had the focus is not to be seen any more; the day's page is filled in a moment.
                Platform.runLater(this::focusDay);
            }
        }
    }

    /// What is taken out, if only for a moment, loses the focus: what stays is left where it is.
    private void exchange(List<Node> shown) {
        var items = split.getItems();
        items.retainAll(shown);
        for (var at = 0; at < shown.size(); at++) {
            if (!items.contains(shown.get(at))) {
                items.add(at, shown.get(at));
            }
        }
    }

    private static boolean isWithin(Node outer, Node inner) {
        for (Node node = inner; node != null; node = node.getParent()) {
            if (node.equals(outer)) {
                return true;
            }
        }
        return false;
    }

    private void focusDay() {
        var back = day.lookup("#day-close");
        if (chosen && back != null) {
            back.requestFocus();
        }
    }

    private @Nullable Node focused() {
        var scene = split.getScene();
        return scene == null ? null : scene.getFocusOwner();
    }

    @Override
    public Parent root() {
        return root;
    }
}
