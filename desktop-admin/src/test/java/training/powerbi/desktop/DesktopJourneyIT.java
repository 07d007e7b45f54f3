package training.powerbi.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.application.ColorScheme;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import training.powerbi.client.DayEdit;
import training.powerbi.client.PortalClient;
import training.powerbi.client.connection.PortalConnection;
import training.powerbi.client.testing.PortalProcess;
import training.powerbi.client.testing.Students;
import training.powerbi.desktop.auth.SignIns;
import training.powerbi.desktop.settings.Folders;
import training.powerbi.desktop.testing.Pictures;
import training.powerbi.desktop.testing.WindowTest;
import training.powerbi.desktop.ui.kit.Theme;

/// The whole program in a window, against the real server.
@WindowTest
class DesktopJourneyIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;

    private static PortalProcess portal;

    @TempDir
    private Path home;

    // Made in @Start, which runs before each test.
    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    // Made in @Start, which runs before each test.
    @SuppressWarnings("NullAway.Init")
    private CompositionRoot program;

    @BeforeAll
    static void startPortal() {
        portal = PortalProcess.over(folder);
    }

    @AfterAll
    static void stopPortal() {
        portal.close();
    }

    @Start
    void open(Stage shown) {
        stage = shown;
        var folders = new Folders(home.resolve("settings"), home.resolve("data"), home.resolve("logs"));
        program = new CompositionRoot(
                stage,
                folders,
                SignIns.inFiles(home.resolve("tokens"), address -> {}, Clock.systemUTC()),
                address -> {});
        var scene = new Scene(new StackPane(program.signIn()), 1000, 800);
        Theme.dress(scene, ColorScheme.DARK);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void closeProgram(FxRobot robot) {
        robot.interact(program::close);
    }

    @Test
    void aTrainerTeachesFromSigningInOverAColleaguesChangesToARestartOfThePortal(FxRobot robot) {
        var student = Students.register(portal.address(), "student@example.org");
        signIn(robot);
        Pictures.take(stage, "journey-course", ColorScheme.DARK);

        // She opens day 1, and a student has it.
        var announced = announced(robot);
        robot.clickOn(node(robot, ".day-card .toggle-switch .thumb"));
        await().atMost(PATIENCE).until(() -> sees(student, 1));
        Pictures.take(stage, "journey-opened", ColorScheme.DARK);
        await().atMost(PATIENCE).until(() -> announced.contains("Day 1 is open to the class."));

        // A colleague opens another day and changes the words of this one.
        try (var connection = colleague()) {
            var colleague = connection.client();
            colleague.unlockDay(2);
            await().atMost(PATIENCE)
                    .until(() -> robot.lookup(".day-card").queryAll().stream()
                                    .filter(card -> card.getPseudoClassStates()
                                            .toString()
                                            .contains("open"))
                                    .count()
                            == 2);

            editDespiteAColleague(robot, colleague);
        }

        // The portal goes away and comes back; what happened meanwhile is shown.
        portal.kill();
        await().atMost(PATIENCE).until(() -> shows(robot, "Offline"));
        Pictures.take(stage, "journey-offline", ColorScheme.DARK);
        portal.restart();
        await().atMost(PATIENCE).until(() -> shows(robot, "Live"));
        assertThat(robot.lookup(".day-card").queryAll()).hasSize(12);
    }

    /// All that is announced from now on: it goes again after some seconds, which a busy machine may spend elsewhere.
    private static List<String> announced(FxRobot robot) {
        List<String> heard = new CopyOnWriteArrayList<>();
        robot.interact(() -> ((VBox) node(robot, ".notices")).getChildren().addListener((ListChangeListener<Node>)
                change -> change.getList().forEach(notice -> heard.add(notice.getAccessibleText()))));
        return heard;
    }

    private void signIn(FxRobot robot) {
        robot.clickOn(node(robot, ".combo-box"))
                .write(portal.address().toString())
                .push(KeyCode.ENTER);
        await().atMost(PATIENCE)
                .until(() -> robot.lookup(".password-field").tryQuery().isPresent());
        robot.clickOn(robot.lookup(".text-field")
                        .match(node -> !node.getStyleClass().contains("password-field"))
                        .<Node>query())
                .write(PortalProcess.ADMIN_EMAIL);
        robot.clickOn(node(robot, ".password-field"))
                .write(PortalProcess.ADMIN_PASSWORD)
                .push(KeyCode.ENTER);
        await().atMost(PATIENCE)
                .until(() -> robot.lookup(".day-card").queryAll().size() == 12);
        await().atMost(PATIENCE).until(() -> shows(robot, "Live"));
    }

    private void editDespiteAColleague(FxRobot robot, PortalClient colleague) {
        robot.clickOn(robot.lookup(".day-title").nth(0).<Node>query());
        await().atMost(PATIENCE)
                .until(() -> robot.lookup(".day-heading").tryQuery().isPresent());
        Pictures.take(stage, "journey-day", ColorScheme.DARK);
        var title = robot.lookup(".day-content .text-field").nth(0).<TextInputControl>query();
        robot.interact(() -> title.setText("My own title"));

        var before = colleague.course().days().getFirst();
        colleague.updateDay(1, new DayEdit("Their title", before.description(), before.editVersion()));
        await().atMost(PATIENCE)
                .until(() -> robot.lookup(".day-heading").queryAll().stream()
                        .anyMatch(node -> ((Labeled) node).getText().equals("Their title")));

        assertThat(title.getText()).isEqualTo("My own title");
        Pictures.take(stage, "journey-conflict", ColorScheme.DARK);
        assertThat(shows(robot, "Their title")).isTrue();

        // The day was a page of its own; the cards are where they were.
        robot.clickOn("#day-close");
        await().atMost(PATIENCE)
                .until(() -> robot.lookup(".day-card").queryAll().size() == 12);
    }

    private static boolean sees(Students.Student student, int day) {
        return Students.graphQl(
                        portal.address(), student.token(), "{ trainingDay(dayNumber: " + day + ") { isUnlocked } }")
                .at("/trainingDay/isUnlocked")
                .asBoolean();
    }

    private PortalConnection colleague() {
        var signIn = SignIns.inFiles(home.resolve("colleague"), address -> {}, Clock.systemUTC());
        var session = signIn.withPassword(
                portal.address(), PortalProcess.ADMIN_EMAIL, PortalProcess.ADMIN_PASSWORD.toCharArray());
        return PortalConnection.to(portal.address(), session, Clock.systemUTC());
    }

    private static boolean shows(FxRobot robot, String text) {
        return robot.lookup((Node node) -> node instanceof Labeled labeled
                        && node.isVisible()
                        && labeled.getText() != null
                        && labeled.getText().contains(text))
                .tryQuery()
                .isPresent();
    }

    private static Node node(FxRobot robot, String selector) {
        return robot.lookup(selector).query();
    }
}
