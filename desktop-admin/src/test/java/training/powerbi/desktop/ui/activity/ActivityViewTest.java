package training.powerbi.desktop.ui.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.application.ColorScheme;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import training.powerbi.client.AuditEntry;
import training.powerbi.client.DashboardStats;
import training.powerbi.client.UnreachableException;
import training.powerbi.client.site.SiteAddress;
import training.powerbi.desktop.state.LiveCourse;
import training.powerbi.desktop.testing.Desk;
import training.powerbi.desktop.testing.Pictures;
import training.powerbi.desktop.testing.Samples;
import training.powerbi.desktop.testing.WindowTest;
import training.powerbi.desktop.ui.kit.View;
import training.powerbi.model.UserProgress;

@WindowTest
class ActivityViewTest {
    private static final int WIDTH = 980;
    private static final int HEIGHT = 700;

    private final Stage[] stage = new Stage[1];

    @Start
    void keep(Stage first) {
        stage[0] = first;
    }

    private static View dashboard(Desk desk) {
        return new DashboardView(
                new DashboardViewModel(desk.portal, desk.state, desk.tasks, desk.screen, ZoneOffset.UTC));
    }

    private static View people(Desk desk) {
        return new PeopleView(
                new PeopleViewModel(desk.course, "u1", new SiteAddress("https://course.example.org"), person -> {}));
    }

    private static View audit(Desk desk) {
        return new AuditView(new AuditViewModel(desk.course));
    }

    private void picture(String name, Desk desk, Function<Desk, View> view, ColorScheme scheme) {
        Pictures.onFx(() -> Pictures.show(stage[0], view.apply(desk).root(), WIDTH, HEIGHT, scheme));
        assertThat(Pictures.take(stage[0], name, scheme)).isNotEmptyFile();
    }

    private static Desk full() {
        var desk = Desk.atOnce();
        desk.portal.course = Samples.fullCourse();
        desk.portal.people = Samples.people(140);
        desk.portal.audit = Samples.audit(5000);
        desk.read();
        return desk;
    }

    private static Desk empty() {
        var desk = Desk.atOnce();
        desk.portal.people = List.of();
        desk.portal.stats = new DashboardStats(0, 0, 0, 0, 1, 0, 0);
        return desk;
    }

    private static Desk away() {
        var desk = Desk.atOnce();
        desk.portal.refuse(new UnreachableException(UnreachableException.Reason.NO_ANSWER, "refused"));
        return desk;
    }

    @ParameterizedTest
    @EnumSource(names = {"DARK", "LIGHT"})
    void isPicturedLoading(ColorScheme scheme) {
        picture("dashboard-loading", Desk.byHand(), ActivityViewTest::dashboard, scheme);
        picture("people-loading", Desk.byHand(), ActivityViewTest::people, scheme);
        picture("audit-loading", Desk.byHand(), ActivityViewTest::audit, scheme);
    }

    @ParameterizedTest
    @EnumSource(names = {"DARK", "LIGHT"})
    void isPicturedEmpty(ColorScheme scheme) {
        picture("dashboard-empty", empty(), ActivityViewTest::dashboard, scheme);
        picture("people-empty", empty(), ActivityViewTest::people, scheme);
        picture("audit-empty", empty(), ActivityViewTest::audit, scheme);
    }

    @ParameterizedTest
    @EnumSource(names = {"DARK", "LIGHT"})
    void isPicturedWithoutThePortal(ColorScheme scheme) {
        picture("dashboard-error", away(), ActivityViewTest::dashboard, scheme);
        picture("people-error", away(), ActivityViewTest::people, scheme);
        picture("audit-error", away(), ActivityViewTest::audit, scheme);
    }

    @ParameterizedTest
    @EnumSource(names = {"DARK", "LIGHT"})
    void picturesTheDashboardOfAClassAtWork(ColorScheme scheme) {
        var desk = full();
        Pictures.onFx(() -> {
            var live = new LiveCourse(desk.portal, desk.state, desk.tasks, failure -> {});
            IntStream.range(0, 40)
                    .forEach(number -> live.progressUpdated(new UserProgress(
                            "u" + number,
                            number % 7 + 1,
                            true,
                            number % 2 == 0,
                            number * 2.5,
                            Samples.MORNING.plusSeconds(number * 220L),
                            List.of(),
                            number)));
            desk.tasks.advance(Duration.ofSeconds(1));
        });
        picture("dashboard-full", desk, ActivityViewTest::dashboard, scheme);
    }

    @ParameterizedTest
    @EnumSource(names = {"DARK", "LIGHT"})
    void picturesPeopleAndAnInvitation(ColorScheme scheme) {
        var desk = full();
        picture("people-full", desk, ActivityViewTest::people, scheme);
        picture(
                "people-invite",
                desk,
                each -> {
                    var model = new PeopleViewModel(
                            each.course, "u1", new SiteAddress("https://course.example.org"), person -> {});
                    model.invite().open().set(true);
                    return new PeopleView(model);
                },
                scheme);
        picture(
                "people-reset",
                desk,
                each -> {
                    var model = new PeopleViewModel(
                            each.course, "u1", new SiteAddress("https://course.example.org"), person -> {});
                    var longest = Samples.people(4).get(2);
                    model.reset()
                            .show(
                                    longest,
                                    "Ana María del Carmen Fernández-Villaverde y Gutiérrez de la Concha ".repeat(2),
                                    each.portal.createPasswordReset("u3"));
                    return new PeopleView(model);
                },
                scheme);
        picture(
                "people-erase",
                desk,
                each -> {
                    var model = new PeopleViewModel(
                            each.course, "u1", new SiteAddress("https://course.example.org"), person -> {});
                    var longest = Samples.people(4).get(2);
                    model.erase()
                            .show(
                                    longest,
                                    "Ana María del Carmen Fernández-Villaverde y Gutiérrez de la Concha ".repeat(2),
                                    each.portal.erasurePreview("u3"));
                    return new PeopleView(model);
                },
                scheme);
        picture(
                "people-invite-code",
                desk,
                each -> {
                    var model = new PeopleViewModel(
                            each.course, "u1", new SiteAddress("https://course.example.org"), person -> {});
                    model.invite().open().set(true);
                    model.invite().create();
                    return new PeopleView(model);
                },
                scheme);
    }

    @ParameterizedTest
    @EnumSource(names = {"DARK", "LIGHT"})
    void picturesALongAuditLogWithAnEntryChosen(ColorScheme scheme) {
        picture("audit-full", full(), ActivityViewTest::audit, scheme);
        Pictures.onFx(() -> auditTable().getSelectionModel().select(1));
        assertThat(Pictures.take(stage[0], "audit-entry", scheme)).isNotEmptyFile();
    }

    @SuppressWarnings("unchecked") // The audit log's table has entries and nothing else.
    private TableView<AuditEntry> auditTable() {
        return (TableView<AuditEntry>) stage[0].getScene().getRoot().lookup("#audit-table");
    }

    @Test
    void fetchesMoreOfTheAuditLogAsItIsScrolled() {
        picture("audit-full", full(), ActivityViewTest::audit, ColorScheme.DARK);
        assertThat(auditTable().getItems().size()).isLessThan(200);
        for (var page = 0; page < 10; page++) {
            Pictures.onFx(() -> {
                auditTable().scrollTo(auditTable().getItems().size() - 1);
                stage[0].getScene().getRoot().layout();
            });
        }

        assertThat(auditTable().getItems().size()).isBetween(300, 900);
    }

    @Test
    void showsWhatAnEntryChanged() {
        picture("audit-full", full(), ActivityViewTest::audit, ColorScheme.DARK);
        Pictures.onFx(() -> {
            auditTable().getSelectionModel().select(1);
            stage[0].getScene().getRoot().applyCss();
            stage[0].getScene().getRoot().layout();
        });

        var root = stage[0].getScene().getRoot();
        assertThat(root.lookupAll(".change-value.before")).hasSize(1);
        assertThat(root.lookupAll(".change-value.same")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"720, VERTICAL", "1100, HORIZONTAL"})
    void anEntryLiesBelowTheTableWhereThereIsNoRoomBesideIt(int width, Orientation orientation) {
        Pictures.onFx(() -> Pictures.show(stage[0], audit(full()).root(), width, HEIGHT, ColorScheme.LIGHT));
        Pictures.onFx(() -> auditTable().getSelectionModel().select(1));
        Pictures.take(stage[0], "audit-" + width, ColorScheme.LIGHT);

        var split = (SplitPane) stage[0].getScene().getRoot().lookup(".split-pane");
        assertThat(split.getOrientation()).isEqualTo(orientation);
        assertThat(auditTable().getColumns().getFirst().getWidth())
                .as("of the time")
                .isGreaterThan(160);
    }

    @Test
    void findsPeopleByTyping(FxRobot robot) {
        var desk = full();
        picture("people-full", desk, ActivityViewTest::people, ColorScheme.DARK);
        robot.clickOn("#people-filter").write("student12@");
        Pictures.onFx(() -> desk.tasks.advance(Duration.ofSeconds(1)));

        var table = (TableView<?>) stage[0].getScene().getRoot().lookup("#people-table");
        assertThat(table.getItems()).hasSize(1);
    }
}
