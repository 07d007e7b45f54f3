package training.powerbi.desktop.ui.calendar;

import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import training.powerbi.client.CourseDay;
import training.powerbi.desktop.state.DayState;
import training.powerbi.desktop.ui.kit.Icon;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.OpenSwitch;
import training.powerbi.desktop.ui.kit.Texts;

/// One day as a card: what it is, whether the class sees it, and the switch for that.
final class DayCard extends VBox {
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    /// In a narrower one the longest words of titles would be cut.
    static final double LEAST_WIDTH = 190;
    private static final double LEAST_BAR = 28;
    /// Of two lines, which most titles take.
    private static final double LEAST_TITLE = 44;
    /// Of four; the rest is told by the tooltip.
    private static final double TALLEST_TITLE = 84;

    private final CalendarViewModel model;
    private final DayState day;
    private final Texts texts;

    DayCard(CalendarViewModel model, DayState day, Texts texts) {
        super(10);
        this.model = model;
        this.day = day;
        this.texts = texts;
        getStyleClass().add("day-card");
        setPrefWidth(LEAST_WIDTH);
        setMinWidth(LEAST_WIDTH);
        setFocusTraversable(true);

        var title = Nodes.paragraph("", "day-title");
        title.textProperty().bind(day.dayProperty().map(CourseDay::title));
        title.setMaxHeight(TALLEST_TITLE);
        Nodes.toldInFull(title);
        title.setMinHeight(LEAST_TITLE);
        title.setAlignment(Pos.TOP_LEFT);
        var when = Nodes.paragraph("", "quiet");
        when.textProperty().bind(day.dayProperty().map(model::when));
        var opens = Nodes.paragraph("", "opens");
        opens.setGraphic(new Icon(Feather.CLOCK));
        opens.textProperty().bind(day.dayProperty().map(model::opens));
        Nodes.shownWhen(opens, opens.textProperty().isNotEmpty());
        var recordings = Nodes.label("", "quiet");
        recordings.setGraphic(new Icon(Feather.VIDEO));
        recordings
                .textProperty()
                .bind(day.dayProperty()
                        .map(now ->
                                texts.get("card.recordings", now.recordings().size())));
        VBox.setVgrow(title, Priority.ALWAYS);

        getChildren().addAll(head(), title, when, opens, recordings, progress(), foot());
        setOnMouseClicked(click -> choose());
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        day.lockProperty().subscribe(lock -> pseudoClassStateChanged(OPEN, lock.isOpen()));
        model.chosen().subscribe(chosen -> pseudoClassStateChanged(CHOSEN, chosen == day));
        accessibleTextProperty()
                .bind(Bindings.createStringBinding(this::spoken, day.dayProperty(), day.lockProperty()));
    }

    private HBox head() {
        var mark = new CheckBox();
        mark.setAccessibleText(texts.get("card.mark", day.number()));
        mark.setSelected(model.marked().contains(day.number()));
        mark.selectedProperty().addListener((property, before, now) -> model.mark(day, now));
        model.marked().addListener((javafx.collections.SetChangeListener<Integer>)
                change -> mark.setSelected(model.marked().contains(day.number())));
        var head = new HBox(8, Nodes.label(texts.get("card.day", day.number()), "day-number"), Nodes.spacer(), mark);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private HBox progress() {
        var bar = new ProgressBar();
        bar.progressProperty()
                .bind(Bindings.createDoubleBinding(this::share, day.progressProperty(), model.classSize()));
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("small");
        HBox.setHgrow(bar, Priority.ALWAYS);
        bar.setMinWidth(LEAST_BAR);
        bar.setPrefWidth(LEAST_BAR);
        var text = Nodes.line("", "quiet");
        text.textProperty()
                .bind(day.progressProperty().map(now -> texts.get("card.through", now.completed(), now.started())));
        var box = new HBox(8, bar, text);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private HBox foot() {
        var foot = new OpenSwitch(texts, model::toggle);
        foot.show(day);
        foot.getStyleClass().add("card-foot");
        return foot;
    }

    private void pressed(KeyEvent press) {
        if (press.getTarget() != this) {
            return;
        }
        if (press.getCode() == KeyCode.ENTER) {
            choose();
            press.consume();
        } else if (press.getCode() == KeyCode.SPACE && !press.isShortcutDown()) {
            model.toggle(day);
            press.consume();
        } else if (press.getCode() == KeyCode.M) {
            model.mark(day, !model.marked().contains(day.number()));
            press.consume();
        }
    }

    private void choose() {
        requestFocus();
        model.choose(day);
    }

    private String spoken() {
        return texts.get(
                "card.spoken",
                day.number(),
                day.day().title(),
                texts.get("lock." + day.lock().name()));
    }

    /// Of the class, and not of the few who have begun the day.
    private double share() {
        var most = model.classSize().get();
        return most == 0 ? 0 : (double) day.progress().completed() / most;
    }
}
