package training.powerbi.desktop;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Parent;
import training.powerbi.desktop.api.PortalConfig;
import training.powerbi.desktop.api.PortalConnection;
import training.powerbi.desktop.auth.Session;
import training.powerbi.desktop.settings.Folders;
import training.powerbi.desktop.settings.SettingsFile;
import training.powerbi.desktop.state.LiveCourse;
import training.powerbi.desktop.state.PortalState;
import training.powerbi.desktop.task.TaskExecutor;
import training.powerbi.desktop.ui.calendar.CalendarView;
import training.powerbi.desktop.ui.calendar.CalendarViewModel;
import training.powerbi.desktop.ui.calendar.LockSwitch;
import training.powerbi.desktop.ui.calendar.ScheduleViewModel;
import training.powerbi.desktop.ui.kit.Dialogs;
import training.powerbi.desktop.ui.kit.Screen;
import training.powerbi.desktop.ui.kit.View;
import training.powerbi.desktop.ui.shell.ShellView;
import training.powerbi.desktop.ui.shell.ShellViewModel;
import training.powerbi.desktop.ui.shell.ShellViewModel.Page;

/// All that lives from signing in to signing out.
final class Workplace implements ShellViewModel.Actions, AutoCloseable {
    /// What outlives the session.
    record Kit(TaskExecutor tasks, Screen screen, Dialogs dialogs, SettingsFile settings, Folders folders) {}

    private final Session session;
    private final PortalConnection connection;
    private final Kit kit;
    private final Runnable left;
    private final LiveCourse live;
    private final ShellView shell;

    /// @param left called once the session is over
    Workplace(Session session, PortalConfig config, PortalConnection connection, Kit kit, Runnable left) {
        this.session = session;
        this.connection = connection;
        this.kit = kit;
        this.left = left;
        var state = new PortalState();
        var client = connection.client();
        this.live = new LiveCourse(client, state, kit.tasks(), kit.screen()::problem);
        var locks = new LockSwitch(client, state, kit.tasks(), kit.screen());
        var calendar = new CalendarViewModel(
                client, state, kit.tasks(), kit.screen(), kit.dialogs(), locks, config.timeZone());
        var schedule = new ScheduleViewModel(client, kit.tasks(), kit.screen(), live::read);
        calendar.monthProperty().set(kit.settings().settings().monthShown());
        calendar.monthProperty().subscribe(shown -> kit.settings().change(known -> known.withMonthShown(shown)));

        var pages = new EnumMap<Page, Supplier<View>>(Page.class);
        pages.put(
                Page.COURSE,
                () -> new CalendarView(calendar, schedule, kit.screen().texts()));
        var diagnostics = new Diagnostics(kit.folders(), session.portal(), state);
        this.shell = new ShellView(
                new ShellViewModel(
                        config.courseTitle(), session, state, kit.screen(), kit.dialogs(), diagnostics, this),
                Map.copyOf(pages),
                kit.screen().texts());
    }

    Parent root() {
        return shell.root();
    }

    /// Connects and reads the course.
    void start() {
        live.read();
        connection.feed().start(live);
    }

    @Override
    public void reconnect() {
        connection.feed().reconnect();
    }

    @Override
    public void readAgain() {
        live.read();
    }

    @Override
    public void signOut() {
        kit.tasks()
                .run(
                        () -> {
                            session.signOut();
                            return true;
                        },
                        done -> left.run(),
                        failure -> {
                            kit.screen().problem(failure);
                            left.run();
                        });
    }

    @Override
    public void close() {
        connection.close();
    }
}
