package training.powerbi.desktop.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import javafx.application.ColorScheme;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.Start;
import training.powerbi.desktop.testing.Desk;
import training.powerbi.desktop.testing.Pictures;
import training.powerbi.desktop.testing.Samples;
import training.powerbi.desktop.testing.Screens;
import training.powerbi.desktop.testing.WindowTest;
import training.powerbi.desktop.ui.day.DayDesk;

/// A day as a page of its own, and beside the calendar where both have room.
@WindowTest
class CoursePageTest {
    private final Stage[] stage = new Stage[1];
    private final Screens[] screens = new Screens[1];
    private final Desk desk = Desk.atOnce();

    @Start
    void keep(Stage first) {
        stage[0] = first;
    }

    private void show(int width) {
        desk.portal.course = Samples.fullCourse();
        desk.read();
        Pictures.onFx(() -> {
            var day = new DayDesk(
                    desk.portal, desk.files, desk.state, desk.tasks, desk.screen, desk.dialogs, ZoneOffset.UTC);
            screens[0] = new Screens(day);
            Pictures.show(stage[0], screens[0].window().root(), width, 600, ColorScheme.DARK);
        });
    }

    private void choose(int number) {
        Pictures.onFx(() -> {
            cards().requestFocus();
            screens[0].calendar.choose(desk.day(number));
        });
        // The focus moves once the day's page is filled.
        Pictures.onFx(() -> stage[0].getScene().getRoot().layout());
        Pictures.onFx(() -> {});
    }

    private Node cards() {
        return stage[0].getScene().getRoot().lookup(".day-card");
    }

    private Node close() {
        return stage[0].getScene().getRoot().lookup("#day-close");
    }

    @ParameterizedTest
    @CsvSource({"900, false", "1240, false", "1920, true"})
    void theDayLeavesTheCardsOnlyWhereBothHaveRoom(int width, boolean both) {
        show(width);
        choose(3);

        assertThat(close()).isNotNull();
        assertThat(cards() != null).isEqualTo(both);
    }

    @Test
    void escapeGoesBackToTheCardThatLedThere() {
        show(900);
        choose(3);
        var focused = stage[0].getScene().getFocusOwner();
        assertThat(focused).isEqualTo(close());

        Pictures.onFx(() -> focused.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false, false, false, false)));
        assertThat(screens[0].calendar.chosen().get()).isNull();
        assertThat(stage[0].getScene().getFocusOwner()).isEqualTo(cards());
    }

    @Test
    void besideTheDayTheCardKeepsTheFocus() {
        show(1920);
        choose(3);

        assertThat(stage[0].getScene().getFocusOwner()).isEqualTo(cards());
    }

    @Test
    void thePreviewTakesTheFocusAndGivesItBack() {
        show(900);
        choose(3);
        var before = stage[0].getScene().getFocusOwner();
        Pictures.onFx(() -> screens[0].preview.openSlides(desk.day(3).day()));
        assertThat(stage[0].getScene().getFocusOwner().getId()).isEqualTo("preview-close");

        Pictures.onFx(() -> screens[0].preview.close());
        assertThat(stage[0].getScene().getFocusOwner()).isEqualTo(before);
    }
}
