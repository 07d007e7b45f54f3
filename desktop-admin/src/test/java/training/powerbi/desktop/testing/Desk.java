package training.powerbi.desktop.testing;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.ConnectionState;
import training.powerbi.client.PortalClient;
import training.powerbi.client.PortalConfig;
import training.powerbi.desktop.state.DayState;
import training.powerbi.desktop.state.LiveCourse;
import training.powerbi.desktop.state.PortalState;
import training.powerbi.desktop.state.StaleWatch;
import training.powerbi.desktop.task.TaskExecutor;
import training.powerbi.desktop.ui.desk.CourseDesk;
import training.powerbi.desktop.ui.dialog.Dialogs;
import training.powerbi.desktop.ui.kit.ErrorPresenter;
import training.powerbi.desktop.ui.kit.Notices;
import training.powerbi.desktop.ui.kit.Screen;
import training.powerbi.desktop.ui.kit.Texts;

/// All that a ViewModel is given, made of stand-ins.
public final class Desk {
    public final StepExecutor tasks;
    public final FakePortal portal = new FakePortal();
    public final FakeFiles files = new FakeFiles(portal);
    public final FakeDialogs dialogs = new FakeDialogs();
    public final PortalState state = new PortalState();
    public final Screen screen;
    public final CourseDesk course;

    public Desk(StepExecutor tasks) {
        this.tasks = tasks;
        var texts = new Texts(Locale.ENGLISH);
        this.screen = new Screen(texts, new ErrorPresenter(texts), new Notices(tasks), tasks.clock());
        this.course = of(portal, state, tasks, screen, dialogs, ZoneOffset.UTC);
    }

    /// What work on who may see what needs, over a portal in memory.
    public static CourseDesk of(
            PortalClient portal, PortalState state, TaskExecutor tasks, Screen screen, Dialogs dialogs, ZoneId zone) {
        var access = ((FakePortal) portal).access;
        return new CourseDesk(portal, access, access, state, tasks, screen, dialogs, zone);
    }

    public static Desk atOnce() {
        return new Desk(StepExecutor.atOnce());
    }

    public static Desk byHand() {
        return new Desk(StepExecutor.byHand());
    }

    /// Tells the program of the course as the portal has it.
    public Desk read() {
        state.hear(portal.whole(state.cohortId().get()));
        return this;
    }

    /// The connection is as said.
    public void become(ConnectionState now) {
        new LiveCourse(portal, state, tasks, screen::problem).stateChanged(now);
    }

    /// The portal's store is away since then; null when it is there.
    public void storeAwaySince(@Nullable Instant at) {
        new StaleWatch(() -> config("Course", at), state, tasks).ask();
    }

    /// What a portal says of itself.
    ///
    /// @param staleSince null while its store is there
    public static PortalConfig config(String courseTitle, @Nullable Instant staleSince) {
        return new PortalConfig(courseTitle, ZoneOffset.UTC, 0, null, null, staleSince);
    }

    public DayState day(int number) {
        return state.day(number).orElseThrow();
    }

    /// The latest notice, or nothing.
    public String lastNotice() {
        var shown = screen.notices().shown();
        return shown.isEmpty() ? "" : shown.getLast().text();
    }

    /// Takes the offer of the latest notice.
    public void undo() {
        screen.notices().accept(screen.notices().shown().getLast());
    }
}
