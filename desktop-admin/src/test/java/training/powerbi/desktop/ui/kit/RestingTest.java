package training.powerbi.desktop.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import training.powerbi.desktop.testing.Desk;
import training.powerbi.desktop.testing.Pictures;
import training.powerbi.desktop.testing.WindowTest;

/// Whoever pressed something stands there still while it works, and after.
@WindowTest
class RestingTest {
    private final Stage[] stage = new Stage[1];
    private final List<String> pressed = new ArrayList<>();
    private final SimpleBooleanProperty busy = new SimpleBooleanProperty();

    @Start
    void keep(Stage first) {
        stage[0] = first;
    }

    @Test
    void aButtonAtWorkTakesNoPressAndKeepsTheFocus(FxRobot robot) {
        var button = new Button[1];
        Pictures.onFx(() -> {
            button[0] = Nodes.restsWhile(Nodes.button("Add", () -> pressed.add("add")), busy);
            var next = Nodes.button("Next", () -> pressed.add("next"));
            Pictures.show(stage[0], new VBox(button[0], next), 300, 200, ColorScheme.DARK);
            button[0].requestFocus();
            busy.set(true);
        });
        robot.type(KeyCode.SPACE);
        robot.clickOn(button[0]);
        Pictures.onFx(button[0]::fire);
        assertThat(pressed).isEmpty();
        assertThat(button[0].isFocused()).isTrue();

        Pictures.onFx(() -> busy.set(false));
        robot.type(KeyCode.SPACE);
        assertThat(pressed).containsExactly("add");
    }

    @Test
    void aSwitchKeepsTheFocusWhileThePortalIsAsked(FxRobot robot) {
        var desk = Desk.byHand().read();
        var asked = new ArrayList<Integer>();
        var toggle = new OpenSwitch[1];
        Pictures.onFx(() -> {
            toggle[0] = new OpenSwitch(desk.screen.texts(), day -> {
                if (day.begin(true)) {
                    asked.add(day.number());
                }
            });
            toggle[0].show(desk.day(9));
            var close = Nodes.button("Close", () -> pressed.add("close"));
            Pictures.show(stage[0], new VBox(toggle[0], close), 300, 200, ColorScheme.DARK);
            toggle[0].lookup(".toggle-switch").requestFocus();
        });
        robot.type(KeyCode.SPACE);
        robot.type(KeyCode.SPACE);

        assertThat(asked).containsExactly(9);
        assertThat(toggle[0].lookup(".toggle-switch").isFocused()).isTrue();
        assertThat(pressed).isEmpty();
    }
}
