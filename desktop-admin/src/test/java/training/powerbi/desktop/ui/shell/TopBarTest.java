package training.powerbi.desktop.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.Start;
import training.powerbi.client.ConnectionState;
import training.powerbi.desktop.state.LiveCourse;
import training.powerbi.desktop.testing.Desk;
import training.powerbi.desktop.testing.FakeSession;
import training.powerbi.desktop.testing.NoActions;
import training.powerbi.desktop.testing.Pictures;
import training.powerbi.desktop.testing.WindowTest;

@WindowTest
class TopBarTest {
    private static final String COURSE = "Power BI for finance and controlling, spring class";

    private final Desk desk = Desk.atOnce();
    private final FakeSession session = new FakeSession();
    private final Stage[] stage = new Stage[1];
    private final TopBar[] bar = new TopBar[1];

    @Start
    void keep(Stage first) {
        stage[0] = first;
    }

    private void show(int width) {
        session.keptInFile = true;
        Pictures.onFx(() -> {
            desk.read();
            new LiveCourse(desk.portal, desk.state, desk.tasks, desk.screen::problem)
                    .stateChanged(new ConnectionState.Waiting(Duration.ofSeconds(28)));
            var model = new ShellViewModel(
                    Desk.config(COURSE, null),
                    session,
                    desk.state,
                    desk.screen,
                    desk.dialogs,
                    () -> "",
                    new NoActions());
            bar[0] = new TopBar(model, desk.screen.texts(), () -> {});
            Pictures.show(stage[0], new HBox(bar[0]), 1000, 120, ColorScheme.DARK);
        });
        resize(width);
    }

    private void resize(int width) {
        Pictures.onFx(() -> {
            bar[0].setMinWidth(width);
            bar[0].setMaxWidth(width);
            stage[0].getScene().getRoot().layout();
        });
    }

    private List<Labeled> shown() {
        var root = stage[0].getScene().getRoot();
        return Stream.of(".label", ".menu-button")
                .flatMap(style -> root.lookupAll(".top-bar " + style).stream())
                .filter(TopBarTest::isSeen)
                .map(Labeled.class::cast)
                .toList();
    }

    private static boolean isSeen(Node node) {
        for (var each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWhole(Labeled labeled) {
        return labeled.getText().isEmpty()
                || ((Text) labeled.lookup(".text")).getText().equals(labeled.getText());
    }

    @ParameterizedTest
    @ValueSource(ints = {760, 860, 1000})
    void cutsNothingButTheTitleWhileOffline(int width) {
        show(width);
        assertThat(Pictures.take(stage[0], "top-bar-" + width, ColorScheme.DARK))
                .isNotEmptyFile();

        assertThat(shown())
                .filteredOn(label -> !label.getStyleClass().contains("course-title"))
                .isNotEmpty()
                .allMatch(TopBarTest::isWhole, "whole")
                .allMatch(label -> label.localToScene(label.getBoundsInLocal()).getMaxX() <= width, "inside");
        assertThat(shown())
                .extracting(Labeled::getText)
                .contains(desk.screen.texts().get("connection.waiting", 28));
    }

    @Test
    void keepsTheNoteAsAPictureWithItsWords() {
        show(760);
        var note = shown().stream()
                .filter(label -> label.getStyleClass().contains("kept-in-file"))
                .findFirst()
                .orElseThrow();

        assertThat(note.getText()).isEmpty();
        assertThat(note.getAccessibleText()).isEqualTo("This computer remembers you");
        assertThat(((Label) note).getTooltip().getText()).contains("keyring");
    }

    @Test
    void saysTheNameAloudWhereItDoesNotFit() {
        session.name = "Wolfeschlegelsteinhausenbergerdorff the Elder";
        show(760);

        assertThat(shown()).allMatch(label -> label.getStyleClass().contains("course-title") || isWhole(label));
        assertThat(shown())
                .extracting(Labeled::getAccessibleText)
                .contains("Wolfeschlegelsteinhausenbergerdorff the Elder");
    }

    @Test
    void growsAndShrinksWithTheWindow() {
        show(1240);
        resize(760);
        assertThat(shown()).extracting(Labeled::getText).doesNotContain("This computer remembers you");
        resize(1240);
        assertThat(shown()).extracting(Labeled::getText).contains("This computer remembers you");
    }
}
