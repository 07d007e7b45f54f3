package training.powerbi.desktop.testing;

import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import training.powerbi.client.PersonAccount;
import training.powerbi.client.site.SiteAddress;
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
import training.powerbi.desktop.ui.upload.UploadQueue;
import training.powerbi.desktop.ui.upload.UploadsView;

/// The whole window as after signing in, over whatever stands in for the portal.
public final class Screens {
    private static final URI PORTAL = URI.create("https://portal.example.com");

    public final CalendarViewModel calendar;
    public final ShellViewModel shell;
    private final DayDesk desk;
    public final CourseDesk course;
    public final AuditViewModel audit;
    public final StudentViewModel student;
    public final CourseAsViewModel courseAs;
    public final CohortsViewModel cohorts;
    public final UploadQueue uploads;
    public final PreviewViewModel preview;

    public final FakeReports reports = new FakeReports();

    /// What an earlier start has not uploaded.
    public final NoJournal journal = new NoJournal();

    public Screens(DayDesk desk) {
        this(desk, "Power BI in twelve days", new FakeSession());
    }

    /// @param title of the course
    public Screens(DayDesk desk, String title, FakeSession session) {
        this.desk = desk;
        var locks = new LockSwitch(desk.client(), desk.state(), desk.tasks(), desk.screen());
        calendar = new CalendarViewModel(
                desk.client(), desk.state(), desk.tasks(), desk.screen(), desk.dialogs(), locks, desk.zone());
        uploads = new UploadQueue(new FakeUploader(), journal, desk.tasks(), desk.screen(), () -> {});
        preview = new PreviewViewModel(
                PORTAL, desk.tasks(), desk.screen(), desk.dialogs(), new AudioLibrary("Linux", library -> false));
        shell = new ShellViewModel(
                Desk.config(title, null),
                session,
                desk.state(),
                desk.screen(),
                desk.dialogs(),
                () -> "",
                new NoActions());
        course = Desk.of(desk.client(), desk.state(), desk.tasks(), desk.screen(), desk.dialogs(), desk.zone());
        audit = new AuditViewModel(course);
        courseAs = new CourseAsViewModel(course, address -> address, shell::back);
        student = new StudentViewModel(
                course,
                person -> {
                    courseAs.show(person);
                    shell.open(Page.COURSE_AS);
                },
                shell::back);
        cohorts = new CohortsViewModel(course, shell::back);
    }

    public View window() {
        var pages = new EnumMap<Page, Supplier<View>>(Page.class);
        pages.put(Page.COURSE, this::coursePage);
        pages.put(
                Page.DASHBOARD,
                () -> new DashboardView(
                        new DashboardViewModel(desk.client(), desk.state(), desk.tasks(), desk.screen(), desk.zone())));
        pages.put(
                Page.PEOPLE,
                () -> new PeopleView(new PeopleViewModel(
                        course, "u-ana", new SiteAddress("https://course.example.org"), this::showStudent)));
        pages.put(Page.AUDIT, () -> new AuditView(audit));
        pages.put(Page.COHORTS, () -> new CohortsView(cohorts));
        pages.put(Page.STUDENT, () -> new StudentView(student));
        pages.put(Page.COURSE_AS, () -> new CourseAsView(courseAs));
        pages.put(
                Page.REPORTS,
                () -> new ReportsView(
                        new ReportsViewModel(reports, desk.tasks(), desk.screen(), desk.dialogs(), desk.zone())));
        return new ShellView(shell, Map.copyOf(pages), desk.screen().texts());
    }

    private void showStudent(PersonAccount person) {
        student.show(person);
        shell.open(Page.STUDENT);
    }

    private View coursePage() {
        var schedule = new ScheduleViewModel(course, () -> {});
        return new CoursePage(
                new CalendarView(calendar, schedule, desk.screen().texts()),
                new DayView(new DayViewModel(
                        desk,
                        course,
                        uploads,
                        preview,
                        new ChosenDay(calendar.chosen(), calendar::toggle, () -> calendar.choose(null), number -> {
                            audit.showDay(number);
                            shell.open(Page.AUDIT);
                        }))),
                new UploadsView(uploads),
                new PreviewView(preview),
                calendar.chosen().map(Objects::nonNull).orElse(false),
                () -> calendar.choose(null));
    }
}
