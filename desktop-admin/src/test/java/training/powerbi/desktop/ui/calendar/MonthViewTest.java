package training.powerbi.desktop.ui.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import javafx.application.ColorScheme;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import training.powerbi.desktop.state.LiveCourse;
import training.powerbi.desktop.testing.Desk;
import training.powerbi.desktop.testing.Pictures;
import training.powerbi.desktop.testing.Samples;
import training.powerbi.desktop.testing.WindowTest;
import training.powerbi.model.VideoPlatform;

@WindowTest
class MonthViewTest {
    private final Desk desk = Desk.atOnce().read();
    private final LiveCourse live = new LiveCourse(desk.portal, desk.state, desk.tasks, failure -> {});
    private final CalendarViewModel calendar = new CalendarViewModel(
            desk.portal,
            desk.state,
            desk.tasks,
            desk.screen,
            desk.dialogs,
            new LockSwitch(desk.portal, desk.state, desk.tasks, desk.screen),
            ZoneOffset.UTC);
    private final Stage[] stage = new Stage[1];

    @Start
    void keep(Stage first) {
        stage[0] = first;
    }

    @BeforeEach
    void open() {
        Pictures.onFx(() -> {
            calendar.move(desk.day(9), LocalDate.of(2026, 11, 25));
            Pictures.show(stage[0], new MonthView(calendar, desk.screen.texts()).root(), 900, 700, ColorScheme.DARK);
        });
    }

    /// As it is once the window has drawn what changed.
    private Button chip(int number) {
        Supplier<Button> find = () -> stage[0].getScene().getRoot().lookupAll(".chip").stream()
                .map(Button.class::cast)
                .filter(each -> each.getText().startsWith(number + " "))
                .findFirst()
                .orElseThrow();
        var found = new Button[1];
        Pictures.onFx(() -> found[0] = find.get());
        return found[0];
    }

    @Test
    void aDayThatAColleagueOpensIsSeenToBeOpen() {
        assertThat(chip(9).getStyleClass()).contains("chip-locked");
        Pictures.onFx(() -> live.dayChanged(Samples.open(desk.day(9).day(), true)));

        assertThat(chip(9).getStyleClass()).contains("chip-open");
    }

    @Test
    void whatIsNotToBeSeenOnTheMonthLeavesItAlone() {
        var before = chip(9);
        var day = desk.day(9).day();
        var recording = Samples.recording("new", 9, "Part 1", VideoPlatform.YOUTUBE);
        Pictures.onFx(() -> live.dayChanged(Samples.with(day, null, List.of(recording), List.of(), List.of())));

        assertThat(desk.day(9).day().recordings()).hasSize(1);
        assertThat(chip(9)).isSameAs(before);
    }

    @Test
    void aDayIsMovedOnAndOnByItsKeys(FxRobot robot) {
        Pictures.onFx(() -> chip(9).requestFocus());
        for (var step : List.of(KeyCode.RIGHT, KeyCode.DOWN)) {
            robot.press(KeyCode.ALT).type(step).release(KeyCode.ALT);
            WaitForAsyncUtils.waitForFxEvents();
        }

        assertThat(calendar.dateOf(desk.day(9))).isEqualTo(LocalDate.of(2026, 12, 3));
        assertThat(chip(9).isFocused()).isTrue();
    }
}
