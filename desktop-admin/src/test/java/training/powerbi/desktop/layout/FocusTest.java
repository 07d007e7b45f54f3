package training.powerbi.desktop.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import javafx.application.ColorScheme;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import training.powerbi.desktop.testing.Desk;
import training.powerbi.desktop.testing.Pictures;
import training.powerbi.desktop.testing.Samples;
import training.powerbi.desktop.testing.Screens;
import training.powerbi.desktop.testing.WindowTest;
import training.powerbi.desktop.ui.day.DayDesk;
import training.powerbi.desktop.ui.kit.Theme;

/// Where the keyboard is, is seen, whatever has it.
@WindowTest
class FocusTest {
    private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("focused");
    private static final List<String> KINDS = List.of(
            ".day-card",
            ".rail-button",
            ".segments > .toggle-button",
            ".button",
            ".button-icon",
            ".check-box > .box",
            ".toggle-switch > .thumb-area",
            ".menu-button",
            ".chip");

    private final Desk desk = Desk.atOnce();

    /// The cards with a day beside them, or the month.
    private Parent window(ColorScheme scheme, boolean month) {
        desk.portal.course = Samples.fullCourse();
        desk.read();
        var day =
                new DayDesk(desk.portal, desk.files, desk.state, desk.tasks, desk.screen, desk.dialogs, ZoneOffset.UTC);
        var screens = new Screens(day);
        var scene = new Scene(screens.window().root(), 1920, 1080);
        Theme.dress(scene, scheme);
        screens.calendar.monthProperty().set(month);
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        screens.calendar.choose(desk.day(2));
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return scene.getRoot();
    }

    @ParameterizedTest
    @EnumSource(names = {"DARK", "LIGHT"})
    void everyKindOfControlShowsThatItHasTheKeyboard(ColorScheme scheme) {
        Pictures.onFx(() -> {
            var roots = List.of(window(scheme, false), window(scheme, true));
            for (var kind : KINDS) {
                var drawn = seen(roots, kind);
                var before = look(drawn);
                holder(drawn, kind).pseudoClassStateChanged(FOCUSED, true);
                drawn.getScene().getRoot().applyCss();
                assertThat(look(drawn)).as(kind).isNotEqualTo(before);
            }
        });
    }

    private static Node seen(List<Parent> roots, String kind) {
        return roots.stream()
                .flatMap(root -> root.lookupAll(kind).stream())
                .filter(FocusTest::isSeen)
                .findFirst()
                .orElseThrow(() -> new AssertionError("none to be seen: " + kind));
    }

    /// Only what is seen is styled.
    private static boolean isSeen(Node node) {
        for (var each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /// What has the focus where only a part of it is drawn anew.
    private static Node holder(Node drawn, String kind) {
        var parts = List.of(".check-box > .box", ".toggle-switch > .thumb-area");
        return parts.contains(kind) ? drawn.getParent() : drawn;
    }

    private static List<Object> look(Node node) {
        var background = node instanceof Region region ? region.getBackground() : null;
        return Arrays.asList(String.valueOf(node.getEffect()), background);
    }
}
