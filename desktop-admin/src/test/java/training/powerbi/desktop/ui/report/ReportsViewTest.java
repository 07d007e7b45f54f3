package training.powerbi.desktop.ui.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.application.ColorScheme;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import training.powerbi.client.UnreachableException;
import training.powerbi.client.report.MirrorState;
import training.powerbi.client.report.ReportTable;
import training.powerbi.desktop.testing.Desk;
import training.powerbi.desktop.testing.FakeReports;
import training.powerbi.desktop.testing.Pictures;
import training.powerbi.desktop.testing.Samples;
import training.powerbi.desktop.testing.WindowTest;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

@WindowTest
class ReportsViewTest {
    private final Stage[] stage = new Stage[1];
    private final FakeReports source = new FakeReports();

    @Start
    void keep(Stage first) {
        stage[0] = first;
    }

    private void show(Desk desk, ColorScheme scheme) {
        Pictures.onFx(() -> {
            var model = new ReportsViewModel(source, desk.tasks, desk.screen, desk.dialogs, ZoneOffset.UTC);
            Pictures.show(stage[0], new ReportsView(model).root(), 900, 600, scheme);
        });
    }

    private void picture(String name, Desk desk, ColorScheme scheme) {
        show(desk, scheme);
        assertThat(Pictures.take(stage[0], "reports-" + name, scheme)).isNotEmptyFile();
    }

    private Parent root() {
        return stage[0].getScene().getRoot();
    }

    @SuppressWarnings("unchecked") // The table has rows of text and nothing else.
    private TableView<List<@Nullable String>> table() {
        return (TableView<List<@Nullable String>>) root().lookup("#report-table");
    }

    @ParameterizedTest
    @EnumSource(names = {"DARK", "LIGHT"})
    void isPicturedInEveryState(ColorScheme scheme) {
        picture("full", Desk.atOnce(), scheme);

        var waiting = Desk.byHand();
        picture("list-loading", waiting, scheme);
        Pictures.onFx(waiting.tasks::step);
        assertThat(Pictures.take(stage[0], "reports-loading", scheme)).isNotEmptyFile();
        source.refuse(new PortalException(
                ErrorCode.STORAGE_UNAVAILABLE,
                "This portal has no SQL endpoint to read reports from. With the tables in a lakehouse in Fabric, set"
                        + " FABRIC_SQL_ENDPOINT on the server to the host of its SQL connection string."));
        Pictures.onFx(waiting.tasks::stepAll);
        assertThat(Pictures.take(stage[0], "reports-no-endpoint", scheme)).isNotEmptyFile();

        source.table = new ReportTable(List.of("day_number"), List.of(), false, Samples.MORNING);
        picture("no-rows", Desk.atOnce(), scheme);
        source.refuse(new UnreachableException(UnreachableException.Reason.NO_ANSWER, "refused"));
        picture("list-failed", Desk.atOnce(), scheme);
        source.reports = List.of();
        picture("list-empty", Desk.atOnce(), scheme);
    }

    @ParameterizedTest
    @EnumSource(names = {"DARK", "LIGHT"})
    void saysAboveTheTableWhyItIsNotFresh(ColorScheme scheme) {
        source.table = new ReportTable(source.table.columns(), source.table.rows(), true, Samples.MORNING);
        show(Desk.atOnce(), scheme);
        source.refuse(new PortalException(ErrorCode.STORAGE_UNAVAILABLE, "The Fabric capacity is paused."));
        Pictures.onFx(() -> ((Button) root().lookup("#report-refresh")).fire());

        assertThat(root().lookup(".stale").isVisible()).isTrue();
        assertThat(table().getItems()).hasSize(12);
        assertThat(Pictures.take(stage[0], "reports-stale", scheme)).isNotEmptyFile();
    }

    @ParameterizedTest
    @EnumSource(names = {"DARK", "LIGHT"})
    void saysHowFarTheCopyInOneLakeIsBehind(ColorScheme scheme) {
        source.mirror = new MirrorState("away", 1_204L, 3, 7_380, null, "CapacityNotActive");
        picture("mirror-away", Desk.atOnce(), scheme);
        assertThat(((Label) root().lookup("#report-mirror")).getText()).contains("2 h 3 min", "1,204 changes, 3 files");
        assertThat(root().lookup("#report-mirror-refused").isVisible()).isFalse();

        source.mirror = new MirrorState(
                "refused",
                null,
                null,
                0,
                null,
                "The lakehouse holds the copy of another portal. Empty its Tables and Files, or name another lakehouse.");
        picture("mirror-refused", Desk.atOnce(), scheme);
        assertThat(root().lookup("#report-mirror").isVisible()).isFalse();
        assertThat(root().lookup("#report-mirror-refused").isVisible()).isTrue();
    }

    @Test
    void isChosenByTheKeyboard(FxRobot robot) {
        show(Desk.atOnce(), ColorScheme.DARK);
        robot.interact(() -> root().lookup("#report-list").requestFocus());
        robot.type(KeyCode.DOWN);

        assertThat(source.asked).endsWith("read views-by-recording");
        assertThat(((ListView<?>) root().lookup("#report-list"))
                        .getSelectionModel()
                        .getSelectedIndex())
                .isEqualTo(1);
    }

    @Test
    void isSortedByNumbersAsNumbers() {
        show(Desk.atOnce(), ColorScheme.DARK);
        Pictures.onFx(() -> {
            var started = table().getColumns().get(2);
            assertThat(((Label) started.getGraphic()).getText()).isEqualTo("Begun by");
            table().getSortOrder().add(started);
            table().sort();
        });

        assertThat(table().getItems())
                .extracting(row -> row.get(2))
                .startsWith("0", "2", "4")
                .endsWith("22");
    }

    @Test
    void drawsOnlyTheRowsThatAreSeen() {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (var number = 0; number < 10_000; number++) {
            rows.add(Arrays.asList("" + number, "Title " + number));
        }
        source.table = new ReportTable(List.of("day_number", "title"), rows, true, Samples.MORNING);
        show(Desk.atOnce(), ColorScheme.DARK);

        assertThat(table().getItems()).hasSize(10_000);
        assertThat(table().lookupAll(".table-row-cell").size()).isBetween(5, 60);
    }

    @Test
    void aTableOfManyColumnsIsScrolledSideways() {
        var columns =
                IntStream.range(0, 30).mapToObj(number -> "column_" + number).toList();
        List<@Nullable String> row = new ArrayList<>(columns);
        source.table = new ReportTable(columns, List.of(row), false, Samples.MORNING);
        show(Desk.atOnce(), ColorScheme.DARK);

        assertThat(table().lookupAll(".scroll-bar"))
                .filteredOn(bar -> bar instanceof ScrollBar scroll && scroll.getOrientation() == Orientation.HORIZONTAL)
                .anyMatch(Node::isVisible);
    }

    @Test
    void whatIsUsedHasANameForAScreenReader() {
        show(Desk.atOnce(), ColorScheme.DARK);

        assertThat(List.of("#report-list", "#report-table"))
                .allSatisfy(each -> assertThat(lookup(each).getAccessibleText()).isNotBlank());
        assertThat(List.of("#report-refresh", "#report-save"))
                .allSatisfy(
                        each -> assertThat(((Button) lookup(each)).getText()).isNotBlank());
    }

    private Node lookup(String each) {
        return Objects.requireNonNull(root().lookup(each), each);
    }
}
