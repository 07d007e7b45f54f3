package training.powerbi.desktop.benchmark;

import java.io.PrintStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.event.Event;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import training.powerbi.client.ConnectionState;
import training.powerbi.desktop.state.LiveCourse;
import training.powerbi.desktop.state.PortalState;
import training.powerbi.desktop.testing.FakeDialogs;
import training.powerbi.desktop.testing.FakeFiles;
import training.powerbi.desktop.testing.FakePortal;
import training.powerbi.desktop.testing.Pictures;
import training.powerbi.desktop.testing.Samples;
import training.powerbi.desktop.testing.Screens;
import training.powerbi.desktop.ui.day.DayDesk;
import training.powerbi.desktop.ui.kit.ErrorPresenter;
import training.powerbi.desktop.ui.kit.FxTaskExecutor;
import training.powerbi.desktop.ui.kit.Notices;
import training.powerbi.desktop.ui.kit.Screen;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.kit.Theme;
import training.powerbi.desktop.ui.shell.ShellViewModel.Page;

/// Whether the window keeps up with 5,000 audit rows being scrolled and with a thousand events a second, beside a
/// plain list and the same window left alone. Argument: seconds of each measurement.
final class WindowBenchmark implements AutoCloseable {
    private static final int ROWS = 5_000;
    private static final double NOTCH = 40;

    private final PrintStream out;
    private final long seconds;
    private final FxTaskExecutor tasks = new FxTaskExecutor();
    private final FakePortal portal = new FakePortal();
    private final Screen screen;
    private final Stage stage;

    private WindowBenchmark(PrintStream out, long seconds, Stage stage) {
        this.out = out;
        this.seconds = seconds;
        this.stage = stage;
        var texts = new Texts(Locale.ENGLISH);
        this.screen = new Screen(texts, new ErrorPresenter(texts), new Notices(tasks), Clock.systemUTC());
        portal.course = Samples.fullCourse();
        portal.people = Samples.people(140);
        portal.audit = Samples.audit(ROWS);
    }

    public static void main(String[] args) throws InterruptedException {
        var started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        measureAll(System.out, Long.parseLong(args[0]));
        Platform.exit();
    }

    private static void measureAll(PrintStream out, long seconds) {
        var stage = new Stage[1];
        Pictures.onFx(() -> stage[0] = new Stage());
        try (var benchmark = new WindowBenchmark(out, seconds, stage[0])) {
            benchmark.scroll();
            benchmark.hear();
        }
    }

    private void scroll() {
        show(_ -> {
            var plain = new ListView<String>();
            plain.setItems(FXCollections.observableList(
                    IntStream.range(0, ROWS).mapToObj(number -> "Row " + number).toList()));
            return plain;
        });
        measure("plain list left alone", () -> {});
        measure("plain list, wheel", wheel(".list-view"));
        measure("plain list, thumb from top to end", thumb(".list-view"));

        show(screens -> {
            screens.shell.pageProperty().set(Page.AUDIT);
            return screens.window().root();
        });
        measure("audit log left alone", () -> {});
        measure("audit log, wheel, pages fetched meanwhile", wheel("#audit-table"));
        fetchAll();
        measure("audit log of 5,000, wheel", wheel("#audit-table"));
        measure("audit log of 5,000, thumb from top to end", thumb("#audit-table"));
    }

    private void hear() {
        underEvents(
                "cards with a day open",
                (screens, state) -> screens.calendar.choose(state.day(2).orElseThrow()));
        underEvents(
                "month", (screens, state) -> screens.calendar.monthProperty().set(true));
        underEvents("activity", (screens, state) -> screens.shell.pageProperty().set(Page.DASHBOARD));
    }

    private void underEvents(String name, BiConsumer<Screens, PortalState> first) {
        var state = new PortalState();
        var live = new LiveCourse(portal, state, tasks, screen::problem);
        Pictures.onFx(() -> {
            state.hear(portal.course);
            var screens = screens(state);
            show(screens.window().root());
            first.accept(screens, state);
        });
        live.stateChanged(new ConnectionState.Live());
        live.subscribed();
        measure(name + " left alone", () -> {});
        var asked = portal.asked.size();
        try (var bustle = new Bustle(portal, live)) {
            measure(name + ", a thousand events a second", () -> {});
            out.printf(
                    Locale.ROOT,
                    "  of them %d sent, and the portal asked %d times%n",
                    bustle.sent(),
                    portal.asked.size() - asked);
        }
    }

    private void show(Function<Screens, Parent> root) {
        Pictures.onFx(() -> show(root.apply(screens(new PortalState()))));
    }

    private Screens screens(PortalState state) {
        return new Screens(
                new DayDesk(portal, new FakeFiles(portal), state, tasks, screen, new FakeDialogs(), ZoneOffset.UTC));
    }

    private void show(Parent root) {
        var scene = new Scene(root, 1240, 820);
        Theme.dress(scene, ColorScheme.DARK);
        stage.setScene(scene);
        stage.show();
    }

    /// After a second of the same that does not count.
    private void measure(String name, Runnable eachFrame) {
        Frames.during(1, eachFrame);
        out.printf(Locale.ROOT, "%s: %s%n", name, Frames.during(seconds, eachFrame));
    }

    /// A notch of a mouse wheel in each frame.
    private Runnable wheel(String selector) {
        return () -> Event.fireEvent(find(selector + " .virtual-flow"), notch());
    }

    private static ScrollEvent notch() {
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                300,
                300,
                300,
                300,
                false,
                false,
                false,
                false,
                false,
                false,
                0,
                -NOTCH,
                0,
                -NOTCH,
                ScrollEvent.HorizontalTextScrollUnits.NONE,
                0,
                ScrollEvent.VerticalTextScrollUnits.NONE,
                0,
                0,
                new PickResult(null, 300, 300));
    }

    /// The scroll bar's thumb drawn down evenly, and up again.
    private Runnable thumb(String selector) {
        var frame = new int[1];
        return () -> {
            var way = frame[0]++ / (60.0 * seconds) % 2;
            bar(selector).setValue(way <= 1 ? way : 2 - way);
        };
    }

    private ScrollBar bar(String selector) {
        return find(selector).lookupAll(".scroll-bar").stream()
                .map(ScrollBar.class::cast)
                .filter(each -> each.getOrientation() == Orientation.VERTICAL)
                .findFirst()
                .orElseThrow();
    }

    private Node find(String selector) {
        return stage.getScene().getRoot().lookup(selector);
    }

    private void fetchAll() {
        var all = new CountDownLatch(1);
        while (all.getCount() > 0) {
            Frames.during(1, () -> {
                var table = (TableView<?>) find("#audit-table");
                table.scrollTo(table.getItems().size() - 1);
                if (table.getItems().size() == ROWS) {
                    table.scrollTo(0);
                    all.countDown();
                }
            });
        }
    }

    @Override
    public void close() {
        tasks.close();
    }
}
