package training.powerbi.desktop.ui.calendar;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import training.powerbi.desktop.state.DayState;
import training.powerbi.desktop.state.Freshness;
import training.powerbi.desktop.ui.kit.Icon;
import training.powerbi.desktop.ui.kit.Nodes;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.kit.View;

/// The course's days, as cards or on a calendar month, and what is done to many of them.
public final class CalendarView implements View {
    private static final PseudoClass FITS = PseudoClass.getPseudoClass("fits");

    private final CalendarViewModel model;
    private final Texts texts;
    private final CardGrid cards = new CardGrid(DayCard.LEAST_WIDTH);
    private final VBox root;

    public CalendarView(CalendarViewModel model, ScheduleViewModel schedule, Texts texts) {
        this.model = model;
        this.texts = texts;
        cards.getStyleClass().add("cards");
        model.days().addListener((ListChangeListener<DayState>) change -> deal());
        deal();

        var month = new MonthView(model, texts).root();
        var cardPane = cardPane();
        var known = Bindings.isNotEmpty(model.days());
        var body = new StackPane(
                Nodes.shownWhen(cardPane, known.and(model.monthProperty().not())),
                Nodes.shownWhen(month, known.and(model.monthProperty())),
                Nodes.shownWhen(waiting(), known.not()));
        VBox.setVgrow(body, Priority.ALWAYS);
        root = new VBox(16, tools(schedule), new ScheduleView(schedule, texts, model.zone()).root(), body);
        root.getStyleClass().add("page");
        // What finds no room is scrolled, and does not push the window's top bar out.
        root.setMinHeight(0);
    }

    private void deal() {
        cards.getChildren()
                .setAll(model.days().stream()
                        .map(day -> (Node) new DayCard(model, day, texts, model.zone()))
                        .toList());
    }

    private ScrollPane cardPane() {
        var pane = new ScrollPane(cards);
        pane.setFitToWidth(true);
        // The bar's place is kept while the bar is not seen, so that no card moves when it comes.
        pane.setVbarPolicy(ScrollPane.ScrollBarPolicy.ALWAYS);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.getStyleClass().addAll("edge-to-edge", "card-pane");
        Runnable look = () -> pane.pseudoClassStateChanged(
                FITS, cards.getHeight() <= pane.getViewportBounds().getHeight());
        cards.heightProperty().subscribe(height -> look.run());
        pane.viewportBoundsProperty().subscribe(bounds -> look.run());
        return pane;
    }

    private Node waiting() {
        var text = Nodes.paragraph("", "quiet");
        ReadOnlyObjectProperty<Freshness> freshness = model.freshness();
        text.textProperty()
                .bind(freshness.map(now -> texts.get(
                        switch (now) {
                            case LOADING -> "calendar.loading";
                            case FRESH -> "calendar.empty";
                            case EMPTY, STALE -> "calendar.nothing";
                        })));
        var turning = new ProgressIndicator();
        turning.setPrefSize(32, 32);
        Nodes.shownWhen(turning, freshness.map(now -> now == Freshness.LOADING));
        var box = new VBox(12, turning, text);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private FlowPane tools(ScheduleViewModel schedule) {
        var modes = new ToggleGroup();
        var asCards = mode(texts.get("calendar.cards"), Feather.GRID, modes);
        var asMonth = mode(texts.get("calendar.month"), Feather.CALENDAR, modes);
        model.monthProperty().subscribe(month -> modes.selectToggle(month ? asMonth : asCards));
        modes.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null) {
                modes.selectToggle(before);
            } else {
                model.monthProperty().set(asMonth.isSelected());
            }
        });

        var some = Bindings.isNotEmpty(model.marked());
        var unlock = Nodes.button(texts.get("calendar.unlock-marked"), () -> model.setMarked(true));
        var lock = Nodes.button(texts.get("calendar.lock-marked"), () -> model.setMarked(false));
        unlock.disableProperty().bind(some.not());
        lock.disableProperty().bind(some.not());
        var all = Nodes.button(texts.get("calendar.unlock-all"), model::unlockAll);
        all.setGraphic(new Icon(Feather.UNLOCK));
        var plan = Nodes.button(
                texts.get("calendar.plan"),
                () -> schedule.openProperty().set(!schedule.openProperty().get()));
        plan.setGraphic(new Icon(Feather.CALENDAR));

        var tools = new FlowPane(8, 8, asCards, asMonth, unlock, lock, all, plan);
        tools.setAlignment(Pos.CENTER_LEFT);
        return tools;
    }

    private static ToggleButton mode(String name, Feather icon, ToggleGroup group) {
        var button = new ToggleButton(name, new Icon(icon));
        button.setToggleGroup(group);
        return button;
    }

    @Override
    public Parent root() {
        return root;
    }
}
