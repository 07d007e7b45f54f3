package training.powerbi.desktop;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Parent;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.client.PersonAccount;
import training.powerbi.client.PortalConfig;
import training.powerbi.client.connection.PortalConnection;
import training.powerbi.client.signin.Session;
import training.powerbi.client.site.SiteAddress;
import training.powerbi.desktop.settings.Folders;
import training.powerbi.desktop.settings.Look;
import training.powerbi.desktop.settings.SettingsFile;
import training.powerbi.desktop.state.Freshness;
import training.powerbi.desktop.state.LiveCourse;
import training.powerbi.desktop.state.PortalState;
import training.powerbi.desktop.state.StaleWatch;
import training.powerbi.desktop.task.TaskExecutor;
import training.powerbi.desktop.ui.activity.AuditView;
import training.powerbi.desktop.ui.activity.AuditViewModel;
import training.powerbi.desktop.ui.activity.DashboardView;
import training.powerbi.desktop.ui.activity.DashboardViewModel;
import training.powerbi.desktop.ui.activity.PeopleView;
import training.powerbi.desktop.ui.activity.PeopleViewModel;
import training.powerbi.desktop.ui.calendar.CalendarView;
import training.powerbi.desktop.ui.calendar.CalendarViewModel;
import training.powerbi.desktop.ui.calendar.LockSwitch;
import training.powerbi.desktop.ui.calendar.ScheduleViewModel;
import training.powerbi.desktop.ui.cohort.CohortsView;
import training.powerbi.desktop.ui.cohort.CohortsViewModel;
import training.powerbi.desktop.ui.day.ChosenDay;
import training.powerbi.desktop.ui.day.DayDesk;
import training.powerbi.desktop.ui.day.DayView;
import training.powerbi.desktop.ui.day.DayViewModel;
import training.powerbi.desktop.ui.desk.CourseDesk;
import training.powerbi.desktop.ui.dialog.Dialogs;
import training.powerbi.desktop.ui.kit.Screen;
import training.powerbi.desktop.ui.kit.View;
import training.powerbi.desktop.ui.preview.AudioLibrary;
import training.powerbi.desktop.ui.preview.PreviewView;
import training.powerbi.desktop.ui.preview.PreviewViewModel;
import training.powerbi.desktop.ui.report.ReportsView;
import training.powerbi.desktop.ui.report.ReportsViewModel;
import training.powerbi.desktop.ui.shell.CoursePage;
import training.powerbi.desktop.ui.shell.ShellView;
import training.powerbi.desktop.ui.shell.ShellViewModel;
import training.powerbi.desktop.ui.shell.ShellViewModel.Page;
import training.powerbi.desktop.ui.student.CourseAsView;
import training.powerbi.desktop.ui.student.CourseAsViewModel;
import training.powerbi.desktop.ui.student.StudentView;
import training.powerbi.desktop.ui.student.StudentViewModel;
import training.powerbi.desktop.ui.upload.FileUploadJournal;
import training.powerbi.desktop.ui.upload.UploadQueue;
import training.powerbi.desktop.ui.upload.UploadsView;

/// All that lives from signing in to signing out.
final class Workplace implements ShellViewModel.Actions, AutoCloseable {
    /// What outlives the session.
    record Kit(
            TaskExecutor tasks,
            Screen screen,
            Dialogs dialogs,
            SettingsFile settings,
            Folders folders,
            ObjectProperty<Look> look) {}

    private final Session session;
    private final PortalConnection connection;
    private final Kit kit;
    private final Runnable left;
    private final LiveCourse live;
    private final StaleWatch stale;
    private final UploadQueue uploads;
    private final DayViewModel day;
    private final AuditViewModel audit;
    private final StudentViewModel student;
    private final CourseAsViewModel courseAs;
    private final ShellViewModel model;
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
        this.stale = new StaleWatch(connection::config, state, kit.tasks());
        var locks = new LockSwitch(client, state, kit.tasks(), kit.screen());
        var calendar = new CalendarViewModel(
                client, state, kit.tasks(), kit.screen(), kit.dialogs(), locks, config.timeZone());
        var course = new CourseDesk(
                client,
                connection.cohorts(),
                connection.access(),
                state,
                kit.tasks(),
                kit.screen(),
                kit.dialogs(),
                config.timeZone());
        var schedule = new ScheduleViewModel(course, live::read);
        calendar.monthProperty().set(kit.settings().settings().monthShown());
        calendar.monthProperty().subscribe(shown -> kit.settings().change(known -> known.withMonthShown(shown)));

        var zone = config.timeZone();
        var texts = kit.screen().texts();
        var desk = new DayDesk(client, connection.files(), state, kit.tasks(), kit.screen(), kit.dialogs(), zone);
        this.uploads = new UploadQueue(
                connection.uploader(),
                new FileUploadJournal(uploadFolder(), JsonMapper.shared()),
                kit.tasks(),
                kit.screen(),
                live::read);
        var preview = new PreviewViewModel(
                session.portal(), kit.tasks(), kit.screen(), kit.dialogs(), AudioLibrary.ofThisComputer());
        this.day = new DayViewModel(
                desk,
                course,
                uploads,
                preview,
                new ChosenDay(calendar.chosen(), calendar::toggle, () -> calendar.choose(null), this::showHistory));
        this.audit = new AuditViewModel(course);
        this.courseAs = new CourseAsViewModel(course, preview::absolute, this::back);
        this.student = new StudentViewModel(course, this::showCourseAs, this::back);

        var pages = new EnumMap<Page, Supplier<View>>(Page.class);
        pages.put(
                Page.COURSE,
                () -> new CoursePage(
                        new CalendarView(calendar, schedule, texts),
                        new DayView(day),
                        new UploadsView(uploads),
                        new PreviewView(preview),
                        calendar.chosen().map(Objects::nonNull).orElse(false),
                        () -> calendar.choose(null)));
        pages.put(
                Page.DASHBOARD,
                () -> new DashboardView(new DashboardViewModel(client, state, kit.tasks(), kit.screen(), zone)));
        pages.put(
                Page.PEOPLE,
                () -> new PeopleView(new PeopleViewModel(
                        course,
                        session.user().userId(),
                        SiteAddress.of(config.publicUrl(), session.portal()),
                        this::showStudent)));
        pages.put(Page.AUDIT, () -> new AuditView(audit));
        pages.put(Page.COHORTS, () -> new CohortsView(new CohortsViewModel(course, this::back)));
        pages.put(Page.STUDENT, () -> new StudentView(student));
        pages.put(Page.COURSE_AS, () -> new CourseAsView(courseAs));
        pages.put(
                Page.REPORTS,
                () -> new ReportsView(
                        new ReportsViewModel(connection.reports(), kit.tasks(), kit.screen(), kit.dialogs(), zone)));
        var diagnostics = new Diagnostics(kit.folders(), session.portal(), state);
        this.model = new ShellViewModel(config, session, state, kit.screen(), kit.dialogs(), diagnostics, this);
        this.shell = new ShellView(model, Map.copyOf(pages), kit.screen().texts());
    }

    private void showHistory(int dayNumber) {
        audit.showDay(dayNumber);
        model.open(Page.AUDIT);
    }

    private void showStudent(PersonAccount person) {
        student.show(person);
        model.open(Page.STUDENT);
    }

    private void showCourseAs(PersonAccount person) {
        courseAs.show(person);
        model.open(Page.COURSE_AS);
    }

    private void back() {
        model.back();
    }

    @Override
    public void show(String cohortId) {
        live.show(cohortId);
    }

    Parent root() {
        return shell.root();
    }

    /// Connects and reads the course.
    void start() {
        live.read();
        live.freshness().subscribe(fresh -> {
            if (fresh == Freshness.FRESH) {
                kit.screen().reached();
            }
        });
        connection.feed().start(live);
        stale.ask();
        uploads.start();
    }

    @Override
    public void reconnect() {
        connection.feed().reconnect();
    }

    @Override
    public void readAgain() {
        live.read();
        stale.ask();
    }

    @Override
    public ObjectProperty<Look> look() {
        return kit.look();
    }

    @Override
    public List<String> unsaved() {
        return day.unsaved();
    }

    boolean mayClose() {
        return model.mayClose();
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

    /// Uploads go to one portal, so each has its own list of them.
    private Path uploadFolder() {
        var portal = session.portal().getAuthority().replace(':', '_');
        return kit.folders().data().resolve("uploads").resolve(portal);
    }

    @Override
    public void close() {
        stale.close();
        uploads.close();
        connection.close();
    }
}
