package training.powerbi.desktop.ui.shell;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.feather.Feather;
import training.powerbi.desktop.settings.Look;
import training.powerbi.desktop.ui.kit.Icon;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.shell.ShellViewModel.Light;

/// What course, how it is connected, and who is signed in. Where the window is too narrow for all of that, the title
/// gives way first, then the note on where the sign-in is kept, then the names; the connection is always said in full.
final class TopBar extends Pane {
    private static final double GAP = 16;
    /// A title of fewer pixels says too little to make others pay for it.
    private static final double LEAST_TITLE = 120;

    private final ShellViewModel model;
    private final Texts texts;
    private final Label title;
    private final Fitting cohort;
    private final Fitting note;
    private final HBox connection;
    private final Fitting account;

    /// The same thing said at length and in short; one of them is seen.
    private record Fitting(Node full, Node brief) {
        /// Lays nothing out anew, so that it may be called while the bar is laid out.
        Node show(boolean atLength) {
            full.setVisible(atLength);
            brief.setVisible(!atLength);
            return atLength ? full : brief;
        }
    }

    TopBar(ShellViewModel model, Texts texts, Runnable shortcuts) {
        this.model = model;
        this.texts = texts;
        this.title = Nodes.line(model.courseTitle(), "course-title");
        this.cohort = new Fitting(new CohortSwitch(model, texts, true), new CohortSwitch(model, texts, false));
        this.note = new Fitting(note(texts.get("shell.kept-in-file")), note(""));
        this.connection = connection();
        this.account = new Fitting(account(model.userName(), shortcuts), account("", shortcuts));
        getStyleClass().add("top-bar");
        getChildren().addAll(title, cohort.full(), cohort.brief(), connection, account.full(), account.brief());
        if (model.keptInFile()) {
            getChildren().addAll(4, List.of(note.full(), note.brief()));
        }
    }

    private Label note(String text) {
        var label = Nodes.label(text, "quiet", "kept-in-file");
        label.setGraphic(new Icon(Feather.ALERT_TRIANGLE));
        var why = texts.get("shell.kept-in-file.why");
        label.setTooltip(new Tooltip(why));
        label.setAccessibleText(texts.get("shell.kept-in-file"));
        label.setAccessibleHelp(why);
        return label;
    }

    private MenuButton account(String text, Runnable shortcuts) {
        var menu = new MenuButton(text, new Icon(Feather.USER));
        menu.getStyleClass().add("flat");
        menu.setAccessibleText(model.userName());
        menu.setTooltip(new Tooltip(model.userName()));
        menu.getItems()
                .addAll(
                        looks(),
                        new SeparatorMenuItem(),
                        item(texts.get("cohort.manage"), () -> model.open(ShellViewModel.Page.COHORTS)),
                        item(texts.get("shell.shortcuts"), shortcuts),
                        item(texts.get("shell.copy-diagnostics"), model::copyDiagnostics),
                        item(texts.get("shell.sign-out"), model::signOut));
        return menu;
    }

    private Menu looks() {
        var menu = new Menu(texts.get("shell.look"));
        var group = new ToggleGroup();
        for (var look : Look.values()) {
            var item = new RadioMenuItem(texts.get("shell.look." + look.name()));
            item.setToggleGroup(group);
            item.setOnAction(event -> model.look().set(look));
            model.look().subscribe(chosen -> item.setSelected(chosen == look));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static MenuItem item(String text, Runnable action) {
        var item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }

    private HBox connection() {
        var lamp = new Circle(5);
        lamp.getStyleClass().add("lamp");
        model.light().subscribe(light -> {
            for (var each : Light.values()) {
                var state = PseudoClass.getPseudoClass(each.name().toLowerCase(Locale.ROOT));
                lamp.pseudoClassStateChanged(state, each == light);
            }
        });
        var text = new Label();
        text.textProperty().bind(model.connectionText());
        var again = Nodes.iconButton(Feather.REFRESH_CW, texts.get("connection.now"), model::reconnect);
        Nodes.shownWhen(again, model.light().map(light -> light == Light.BAD));
        var box = new HBox(8, lamp, text, again);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("connection");
        return box;
    }

    @Override
    protected double computeMinWidth(double height) {
        return insets();
    }

    @Override
    protected double computePrefWidth(double height) {
        return insets() + title.prefWidth(-1) + width(true, true, true);
    }

    @Override
    protected double computePrefHeight(double width) {
        var tallest = getManagedChildren().stream()
                .mapToDouble(child -> child.prefHeight(-1))
                .max()
                .orElse(0);
        return snappedTopInset() + snapSizeY(tallest) + snappedBottomInset();
    }

    private double insets() {
        return snappedLeftInset() + snappedRightInset();
    }

    /// Of all but the title, with the gaps between.
    private double width(boolean noteInFull, boolean nameInFull, boolean cohortInFull) {
        var noteWidth = !model.keptInFile() ? 0 : GAP + snapped(noteInFull ? note.full() : note.brief());
        return cohortWidth(cohortInFull)
                + GAP
                + noteWidth
                + snapped(connection)
                + GAP
                + snapped(nameInFull ? account.full() : account.brief());
    }

    /// With the gap before it; nothing where there is one run only.
    private double cohortWidth(boolean inFull) {
        return model.several().get() ? GAP + snapped(inFull ? cohort.full() : cohort.brief()) : 0;
    }

    private double snapped(Node node) {
        return snapSizeX(node.prefWidth(-1));
    }

    @Override
    protected void layoutChildren() {
        var room = getWidth() - insets();
        var wanted = snapped(title);
        var needed = Math.min(wanted, LEAST_TITLE);
        var noteInFull = needed + width(true, true, true) <= room;
        var nameInFull = noteInFull || needed + width(false, true, true) <= room;
        var cohortInFull = nameInFull || width(false, false, true) <= room;
        var titleWidth = Math.clamp(room - width(noteInFull, nameInFull, cohortInFull), 0, wanted);
        place(title, snappedLeftInset(), titleWidth);
        if (model.several().get()) {
            place(cohort.show(cohortInFull), snappedLeftInset() + titleWidth + GAP, cohortWidth(cohortInFull) - GAP);
        } else {
            cohort.full().setVisible(false);
            cohort.brief().setVisible(false);
        }

        var right = snappedLeftInset() + room;
        var shown = Stream.of(account.show(nameInFull), connection, note.show(noteInFull))
                .filter(getChildren()::contains)
                .toList();
        for (var node : shown) {
            var width = Math.min(snapped(node), Math.max(0, right - snappedLeftInset()));
            place(node, right - width, width);
            right -= width + GAP;
        }
    }

    private void place(Node node, double x, double width) {
        var height = getHeight() - snappedTopInset() - snappedBottomInset();
        layoutInArea(node, x, snappedTopInset(), width, height, 0, null, false, false, HPos.LEFT, VPos.CENTER);
    }
}
