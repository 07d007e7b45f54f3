package training.powerbi.desktop.ui.calendar;

import atlantafx.base.controls.ToggleSwitch;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import training.powerbi.client.Course.DayProgress;
import training.powerbi.client.CourseDay;
import training.powerbi.desktop.state.DayState;
import training.powerbi.desktop.state.LockState;
import training.powerbi.desktop.ui.kit.Icon;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.Texts;

/// One day as a card: what it is, whether the class sees it, and the switch for that.
final class DayCard extends VBox {
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    /// In a narrower one the longest words of titles would be cut.
    static final double LEAST_WIDTH = 190;

    private final CalendarViewModel model;
    private final DayState day;
    private final Texts texts;
    private final DateTimeFormatter dates;

    DayCard(CalendarViewModel model, DayState day, Texts texts, ZoneId zone) {
        super(10);
        this.model = model;
        this.day = day;
        this.texts = texts;
        this.dates = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(texts.locale())
                .withZone(zone);
        getStyleClass().add("day-card");
        setPrefWidth(LEAST_WIDTH);
        setMinWidth(LEAST_WIDTH);
        setFocusTraversable(true);

        var title = Nodes.paragraph("", "day-title");
        title.textProperty().bind(day.dayProperty().map(CourseDay::title));
        title.setMinHeight(44);
        title.setAlignment(Pos.TOP_LEFT);
        var when = Nodes.label("", "quiet");
        when.textProperty().bind(day.dayProperty().map(this::when));
        var recordings = Nodes.label("", "quiet");
        recordings.setGraphic(new Icon(Feather.VIDEO));
        recordings
                .textProperty()
                .bind(day.dayProperty()
                        .map(now ->
                                texts.get("card.recordings", now.recordings().size())));
        VBox.setVgrow(title, Priority.ALWAYS);

        getChildren().addAll(head(), title, when, recordings, progress(), foot());
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
        bar.progressProperty().bind(day.progressProperty().map(DayCard::share));
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("small");
        HBox.setHgrow(bar, Priority.ALWAYS);
        var text = Nodes.label("", "quiet");
        text.setMinWidth(Region.USE_PREF_SIZE);
        text.textProperty()
                .bind(day.progressProperty().map(now -> texts.get("card.through", now.completed(), now.started())));
        var box = new HBox(8, bar, text);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private HBox foot() {
        var state = Nodes.label("", "lock-text");
        state.textProperty().bind(day.lockProperty().map(lock -> texts.get("lock." + lock.name())));
        var waiting = new ProgressIndicator();
        waiting.setPrefSize(16, 16);
        Nodes.shownWhen(waiting, day.lockProperty().map(LockState::isPending));
        var toggle = new ToggleSwitch();
        toggle.setSelected(day.lock().isOpen());
        toggle.setAccessibleText(texts.get("card.toggle", day.number()));
        toggle.disableProperty().bind(day.lockProperty().map(LockState::isPending));
        // The switch shows what the portal said, whatever the hand did.
        toggle.selectedProperty().addListener((property, before, now) -> {
            if (now != day.lock().isOpen()) {
                model.toggle(day);
                toggle.setSelected(day.lock().isOpen());
            }
        });
        day.lockProperty().subscribe(lock -> toggle.setSelected(lock.isOpen()));
        var foot = new HBox(8, state, waiting, Nodes.spacer(), toggle);
        foot.setAlignment(Pos.CENTER_LEFT);
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

    private String when(CourseDay now) {
        var at = now.scheduledAt();
        return at == null ? texts.get("card.no-date") : dates.format(at);
    }

    private String spoken() {
        return texts.get(
                "card.spoken",
                day.number(),
                day.day().title(),
                texts.get("lock." + day.lock().name()));
    }

    private static double share(DayProgress progress) {
        return progress.started() == 0 ? 0 : (double) progress.completed() / progress.started();
    }
}
