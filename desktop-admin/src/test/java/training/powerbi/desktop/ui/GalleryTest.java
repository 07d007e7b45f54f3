package training.powerbi.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.application.ColorScheme;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.DatePicker;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.stage.Stage;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.framework.junit5.Start;
import training.powerbi.client.ConnectionState;
import training.powerbi.client.Course;
import training.powerbi.client.UnreachableException;
import training.powerbi.desktop.settings.SettingsFile;
import training.powerbi.desktop.state.LiveCourse;
import training.powerbi.desktop.testing.Desk;
import training.powerbi.desktop.testing.FakeSession;
import training.powerbi.desktop.testing.FakeSignIn;
import training.powerbi.desktop.testing.Pictures;
import training.powerbi.desktop.testing.Samples;
import training.powerbi.desktop.testing.Screens;
import training.powerbi.desktop.testing.WindowTest;
import training.powerbi.desktop.ui.day.DayDesk;
import training.powerbi.desktop.ui.shell.ShellViewModel.Page;
import training.powerbi.desktop.ui.signin.SignInView;
import training.powerbi.desktop.ui.signin.SignInViewModel;
import training.powerbi.model.VideoPlatform;

/// The window in every state that a person may find it in, dark and light.
@WindowTest
class GalleryTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");

    private final Stage[] stage = new Stage[1];
    private final FakeSignIn signIn = new FakeSignIn();

    @TempDir
    private Path folder;

    @Start
    void keep(Stage first) {
        stage[0] = first;
    }

    private void signIn(Desk desk, ColorScheme scheme, Consumer<SignInViewModel> first) {
        Pictures.onFx(() -> {
            var settings = new SettingsFile(folder.resolve("settings.json"));
            var model = new SignInViewModel(signIn, settings, desk.tasks, desk.screen, (session, config) -> {});
            first.accept(model);
            Pictures.show(stage[0], new SignInView(model, desk.screen.texts()).root(), 640, 640, scheme);
        });
    }

    private void remember() {
        new SettingsFile(folder.resolve("settings.json"))
                .change(known -> known.withPortal("https://portal.example.com", "ana@example.org"));
    }

    @ParameterizedTest
    @EnumSource(names = {"DARK", "LIGHT"})
    void picturesSigningIn(ColorScheme scheme) {
        signIn(Desk.atOnce(), scheme, model -> {});
        picture("signin-address", scheme);
        press("Continue");
        picture("signin-bad-address", scheme);

        remember();
        signIn(Desk.byHand(), scheme, SignInViewModel::begin);
        picture("signin-waiting", scheme);
        signIn.refuse(new UnreachableException(UnreachableException.Reason.CERTIFICATE, "PKIX"));
        signIn(Desk.atOnce(), scheme, SignInViewModel::begin);
        picture("signin-error", scheme);

        signIn(Desk.atOnce(), scheme, SignInViewModel::begin);
        picture("signin-account", scheme);
        press("Sign in");
        picture("signin-account-incomplete", scheme);
        press("No browser here? Sign in with a code");
        picture("signin-code", scheme);

        var made = new FakeSession();
        made.changeRequired = true;
        signIn.kept = made;
        signIn(Desk.atOnce(), scheme, SignInViewModel::begin);
        picture("signin-new-password", scheme);
    }

    private Screens window(Desk desk, ColorScheme scheme, Consumer<Screens> first) {
        var screens = new Screens(
                new DayDesk(desk.portal, desk.files, desk.state, desk.tasks, desk.screen, desk.dialogs, ZONE));
        Pictures.onFx(() -> {
            var root = screens.window().root();
            first.accept(screens);
            Pictures.show(stage[0], root, 1000, 800, scheme);
            // No control is pictured as if somebody had just gone to it.
            root.requestFocus();
        });
        return screens;
    }

    private static LiveCourse live(Desk desk) {
        return new LiveCourse(desk.portal, desk.state, desk.tasks, desk.screen::problem);
    }

    /// Twelve days over four weeks, the first of two months; one with forty recordings.
    private static Desk full() {
        var desk = Desk.atOnce();
        var start = LocalDate.of(2026, 11, 17);
        var course = Samples.fullCourse();
        var days = course.days().stream()
                .map(day -> Samples.at(
                        day,
                        day.dayNumber() > 10
                                ? null
                                : start.plusDays(day.dayNumber() * 3L / 2)
                                        .atTime(LocalTime.of(9, 30))
                                        .atZone(ZONE)
                                        .toInstant()))
                .toList();
        desk.portal.course = new Course(days, course.progress(), course.students());
        var second = desk.portal.day(2);
        var platforms = List.of(VideoPlatform.values());
        var forty = IntStream.rangeClosed(1, 40)
                .mapToObj(number -> Samples.recording(
                        "m" + number, 2, "Morning session, part " + number, platforms.get(number % platforms.size())))
                .toList();
        desk.portal.put(Samples.with(second, second.presentationUrl(), forty, List.of(), second.resources()));
        desk.portal.people = Samples.people(140);
        desk.portal.audit = Samples.audit(5_000);
        var live = live(desk);
        live.stateChanged(new ConnectionState.Live());
        live.subscribed();
        return desk;
    }

    @ParameterizedTest
    @EnumSource(names = {"DARK", "LIGHT"})
    void picturesTheCourseBeforeItIsThere(ColorScheme scheme) {
        var waiting = Desk.byHand();
        live(waiting).stateChanged(new ConnectionState.Connecting());
        live(waiting).read();
        window(waiting, scheme, screens -> {});
        picture("course-loading", scheme);

        var away = Desk.atOnce();
        away.portal.refuse(new UnreachableException(UnreachableException.Reason.NO_ANSWER, "refused"));
        window(away, scheme, screens -> {
            live(away).stateChanged(new ConnectionState.Waiting(Duration.ofSeconds(8)));
            live(away).read();
        });
        picture("course-error", scheme);

        var bare = Desk.atOnce();
        bare.portal.course = new Course(List.of(), List.of(), 0);
        window(bare, scheme, screens -> {
            live(bare).stateChanged(new ConnectionState.Live());
            live(bare).subscribed();
        });
        picture("course-empty", scheme);
    }

    @ParameterizedTest
    @EnumSource(names = {"DARK", "LIGHT"})
    void picturesTheCourseAsCards(ColorScheme scheme) {
        var desk = full();
        window(desk, scheme, screens -> {});
        picture("course-cards", scheme);

        Pictures.onFx(() -> {
            live(desk).stateChanged(new ConnectionState.Waiting(Duration.ofSeconds(8)));
            desk.screen.notices().undo("lock 3", "Day 3 is open to the class.", "Undo", () -> {});
            desk.screen.problem(new UnreachableException(UnreachableException.Reason.NO_ANSWER, "refused"));
        });
        picture("course-offline", scheme);
    }

    @ParameterizedTest
    @EnumSource(names = {"DARK", "LIGHT"})
    void picturesADayWithFortyRecordings(ColorScheme scheme) {
        var desk = full();
        window(desk, scheme, screens -> screens.calendar.choose(desk.day(2)));
        picture("course-day", scheme);
    }

    @ParameterizedTest
    @EnumSource(names = {"DARK", "LIGHT"})
    void picturesTheCourseOnACalendar(ColorScheme scheme) {
        window(full(), scheme, screens -> screens.calendar.monthProperty().set(true));
        picture("course-month", scheme);
        press("Plan dates");
        press("Show dates");
        picture("course-plan-incomplete", scheme);
        Pictures.onFx(() -> ((DatePicker) root().lookup(".date-picker")).setValue(LocalDate.of(2026, 12, 1)));
        press("Show dates");
        picture("course-plan", scheme);
        assertThat(root().lookup(".top-bar").localToScene(0, 0).getY())
                .as("the bar that says whether all this is true")
                .isZero();

        window(
                Desk.atOnce().read(),
                scheme,
                screens -> screens.calendar.monthProperty().set(true));
        picture("course-month-empty", scheme);
    }

    @ParameterizedTest
    @EnumSource(names = {"DARK", "LIGHT"})
    void picturesTheOtherPagesInTheWindow(ColorScheme scheme) {
        var screens = window(full(), scheme, first -> {});
        for (var page : List.of(Page.DASHBOARD, Page.PEOPLE, Page.AUDIT, Page.REPORTS)) {
            Pictures.onFx(() -> screens.shell.pageProperty().set(page));
            picture("window-" + page, scheme);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DARK", "LIGHT"})
    void picturesTheListOfKeys(ColorScheme scheme) {
        window(full(), scheme, screens -> {});
        Pictures.onFx(() -> Objects.requireNonNull(
                        stage[0].getScene().getAccelerators().get(new KeyCodeCombination(KeyCode.F1)))
                .run());
        picture("window-keys", scheme);
    }

    private void picture(String name, ColorScheme scheme) {
        Pictures.onFx(() -> {
            root().applyCss();
            root().layout();
        });
        assertThat(Pictures.take(stage[0], name, scheme)).isNotEmptyFile();
    }

    private Parent root() {
        return stage[0].getScene().getRoot();
    }

    private void press(String name) {
        Pictures.onFx(() -> root().lookupAll(".button").stream()
                .filter(node -> node instanceof ButtonBase button && name.equals(button.getText()))
                .findFirst()
                .map(ButtonBase.class::cast)
                .orElseThrow()
                .fire());
    }
}
