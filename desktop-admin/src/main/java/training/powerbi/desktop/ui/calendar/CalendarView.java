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
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import training.powerbi.desktop.state.DayState;
import training.powerbi.desktop.state.Freshness;
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
        root = new VBox(
                16, new CalendarBar(model, schedule, texts).root(), new ScheduleView(schedule, texts).root(), body);
        root.getStyleClass().add("page");
        // What finds no room is scrolled, and does not push the window's top bar out.
        root.setMinHeight(0);
    }

    private void deal() {
        cards.getChildren()
                .setAll(model.days().stream()
                        .map(day -> (Node) new DayCard(model, day, texts))
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

    @Override
    public Parent root() {
        return root;
    }
}
