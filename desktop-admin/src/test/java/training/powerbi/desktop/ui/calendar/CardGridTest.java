package training.powerbi.desktop.ui.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import javafx.application.ColorScheme;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.Start;
import training.powerbi.desktop.testing.Desk;
import training.powerbi.desktop.testing.Pictures;
import training.powerbi.desktop.testing.Samples;
import training.powerbi.desktop.testing.WindowTest;

@WindowTest
class CardGridTest {
    private final Desk desk = Desk.atOnce();
    private final Stage[] stage = new Stage[1];
    private Region page = new Pane();

    @Start
    void keep(Stage first) {
        stage[0] = first;
    }

    private void show(int width, int height) {
        desk.portal.course = Samples.fullCourse();
        Pictures.onFx(() -> {
            desk.read();
            var locks = new LockSwitch(desk.portal, desk.state, desk.tasks, desk.screen);
            var model = new CalendarViewModel(
                    desk.portal, desk.state, desk.tasks, desk.screen, desk.dialogs, locks, ZoneOffset.UTC);
            var schedule = new ScheduleViewModel(desk.course, () -> {});
            page = (Region) new CalendarView(model, schedule, desk.screen.texts()).root();
            Pictures.show(stage[0], new Pane(page), 1000, 1000, ColorScheme.LIGHT);
        });
        resize(width, height);
    }

    private void resize(int width, int height) {
        Pictures.onFx(() -> {
            page.setMinSize(width, height);
            page.setMaxSize(width, height);
            Parent root = stage[0].getScene().getRoot();
            root.applyCss();
            root.layout();
            // What fits is known only now, and shows.
            root.applyCss();
        });
    }

    private List<Region> cards() {
        return page.lookupAll(".day-card").stream()
                .map(Region.class::cast)
                .sorted(Comparator.comparingDouble(Region::getLayoutY).thenComparingDouble(Region::getLayoutX))
                .toList();
    }

    private double roomForCards() {
        var pane = (ScrollPane) page.lookup(".card-pane");
        return pane.getViewportBounds().getWidth();
    }

    @ParameterizedTest
    @CsvSource({"430, 1", "480, 2", "610, 2", "850, 3", "1000, 4", "1090, 5", "1450, 6"})
    void fillsTheWidthWithEqualCards(int width, int columns) {
        show(width, 900);
        var cards = cards();

        assertThat(cards)
                .hasSize(12)
                .allMatch(card -> card.getWidth() == cards.getFirst().getWidth(), "of one width");
        assertThat(cards.getFirst().getWidth()).isGreaterThanOrEqualTo(DayCard.LEAST_WIDTH);
        assertThat(cards)
                .filteredOn(card -> card.getLayoutY() == cards.getFirst().getLayoutY())
                .hasSize(columns);
        var end = cards.get(columns - 1).getBoundsInParent().getMaxX();
        assertThat(roomForCards() - end).as("left over at the right").isBetween(0.0, 14.0);
    }

    @ParameterizedTest
    @CsvSource({"480", "610", "850", "1000"})
    void cutsNoWordOfACard(int width) {
        show(width, 900);
        Pictures.take(stage[0], "cards-" + width, ColorScheme.LIGHT);

        assertThat(cards())
                .allSatisfy(card -> assertThat(card.lookupAll(".label"))
                        .map(Labeled.class::cast)
                        .filteredOn(label -> !label.getText().isEmpty())
                        .allMatch(CardGridTest::isWhole, "whole"));
    }

    private static boolean isWhole(Labeled label) {
        var shown = (Text) label.lookup(".text");
        return shown.getText().equals(label.getText());
    }

    @Test
    void movesNoCardWhenTheScrollBarComes() {
        show(1000, 2400);
        var before = places();
        assertThat(bar().getOpacity()).isZero();
        resize(1000, 500);

        assertThat(bar().getOpacity()).isPositive();
        assertThat(places()).isEqualTo(before);
    }

    /// Whoever marks several presses where the next mark was.
    @ParameterizedTest
    @CsvSource({"680", "1000"})
    void movesNoCardWhenDaysAreMarked(int width) {
        show(width, 900);
        var before = cards().getFirst().localToScene(0, 0);
        Pictures.onFx(() -> ((CheckBox) cards().getFirst().lookup(".check-box")).setSelected(true));
        resize(width, 900);

        assertThat(page.lookup(".marked-bar").isVisible()).isTrue();
        assertThat(cards().getFirst().localToScene(0, 0)).isEqualTo(before);
    }

    private Node bar() {
        return page.lookup(".card-pane > .scroll-bar:vertical");
    }

    private List<?> places() {
        return cards().stream().map(Node::getBoundsInParent).toList();
    }
}
