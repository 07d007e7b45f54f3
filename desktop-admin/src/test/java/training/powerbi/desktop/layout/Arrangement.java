package training.powerbi.desktop.layout;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import training.powerbi.client.ConnectionState;
import training.powerbi.client.UnreachableException;
import training.powerbi.desktop.testing.Desk;
import training.powerbi.desktop.testing.Samples;
import training.powerbi.desktop.testing.Screens;
import training.powerbi.desktop.ui.shell.ShellViewModel.Page;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// A state of the window that a person may find it in.
///
/// @param reach does what leads there, once the window is laid out
record Arrangement(String name, Consumer<Window> reach) {
    /// The window with what stands behind it.
    record Window(Desk desk, Screens screens, Scene scene) {
        Parent root() {
            return scene.getRoot();
        }

        void lay() {
            root().applyCss();
            root().layout();
        }

        void press(String words) {
            lay();
            root().lookupAll(".button").stream()
                    .filter(node -> node instanceof ButtonBase button && words.equals(button.getText()))
                    .map(ButtonBase.class::cast)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no button " + words))
                    .fire();
            lay();
        }
    }

    static final List<Arrangement> ALL = List.of(
            new Arrangement("cards", window -> {}),
            new Arrangement("cards, marked", Arrangement::marked),
            new Arrangement("notices", Arrangement::notices),
            new Arrangement(
                    "store away", window -> window.desk().storeAwaySince(Instant.parse("2026-11-30T14:05:00Z"))),
            new Arrangement(
                    "day",
                    window -> window.screens().calendar.choose(window.desk().day(3))),
            new Arrangement("day with all its forms open", Arrangement::forms),
            new Arrangement("day that a colleague changed", Arrangement::conflict),
            new Arrangement(
                    "month", window -> window.screens().calendar.monthProperty().set(true)),
            new Arrangement("plan", Arrangement::plan),
            new Arrangement("uploads", window -> window.screens().uploads.start()),
            new Arrangement("preview", Arrangement::preview),
            new Arrangement(
                    "activity", window -> window.screens().shell.pageProperty().set(Page.DASHBOARD)),
            new Arrangement("people", Arrangement::people),
            new Arrangement("day with an exception", Arrangement::exception),
            new Arrangement("cohorts", Arrangement::cohorts),
            new Arrangement("cohort, copied", Arrangement::copy),
            new Arrangement("student", Arrangement::student),
            new Arrangement("course as a student", Arrangement::courseAs),
            new Arrangement("audit", Arrangement::audit),
            new Arrangement("reports", Arrangement::reports),
            new Arrangement("reports that cannot be read", Arrangement::failedReports),
            new Arrangement("keys", Arrangement::keys));

    private static void marked(Window window) {
        window.lay();
        window.root().lookupAll(".day-card .check-box").forEach(mark -> ((CheckBox) mark).setSelected(true));
    }

    private static void notices(Window window) {
        var notices = window.desk().screen.notices();
        notices.undo("a", LongCourse.WORDS, "Undo", () -> {});
        notices.problem(LongCourse.ONE_WORD);
        window.desk().screen.problem(new UnreachableException(UnreachableException.Reason.NO_ANSWER, "refused"));
        window.desk().become(new ConnectionState.Waiting(Duration.ofSeconds(8)));
    }

    private static void forms(Window window) {
        window.screens().calendar.choose(window.desk().day(2));
        window.lay();
        var day = window.root().lookup(".day-pane");
        day.lookupAll(".folded").forEach(each -> ((TitledPane) each).setExpanded(true));
        day.lookupAll(".recording .toggle-button").forEach(each -> ((ToggleButton) each).setSelected(true));
        window.desk()
                .day(2)
                .day()
                .recordings()
                .forEach(recording -> ((ButtonBase) day.lookup("#edit-" + recording.recordingId())).fire());
        window.press("Add recording");
    }

    private static void conflict(Window window) {
        var day = window.desk().day(1);
        window.screens().calendar.choose(day);
        window.lay();
        ((TextField) window.root().lookup("#day-title")).setText(LongCourse.ONE_WORD);
        window.desk().state.hear(Samples.withWords(day.day(), LongCourse.WORDS, LongCourse.WIDE));
    }

    private static void plan(Window window) {
        window.press("Plan dates");
        ((DatePicker) window.root().lookup(".date-picker")).setValue(LocalDate.of(2026, 11, 1));
        window.press("Show dates");
    }

    private static void preview(Window window) {
        window.screens()
                .preview
                .open(window.desk().day(1).day().recordings().stream()
                        .filter(recording -> recording.streamUrl() != null || recording.embedUrl() != null)
                        .findFirst()
                        .orElseThrow());
    }

    private static void people(Window window) {
        window.screens().shell.pageProperty().set(Page.PEOPLE);
        window.press("Invite …");
        window.press("Make code");
    }

    private static void exception(Window window) {
        window.screens().calendar.choose(window.desk().day(9));
        window.lay();
        ((TextField) window.root().lookup("#access-find")).setText("wwww");
        window.desk().tasks.advance(Duration.ofSeconds(1));
        window.lay();
        ((ButtonBase) window.root().lookup(".found-student")).fire();
        window.lay();
        ((TextField) window.root().lookup("#access-reason")).setText(LongCourse.WORDS);
        ((ScrollPane) window.root().lookup(".day-pane .scroll-pane")).setVvalue(1);
    }

    private static void cohorts(Window window) {
        window.screens().shell.open(Page.COHORTS);
        window.lay();
        ((TableView<?>) window.root().lookup("#cohort-table"))
                .getSelectionModel()
                .select(1);
        window.press("Rename …");
    }

    private static void copy(Window window) {
        window.screens().shell.open(Page.COHORTS);
        window.lay();
        ((TableView<?>) window.root().lookup("#cohort-table"))
                .getSelectionModel()
                .select(0);
        window.press("Copy to new dates …");
        ((TextField) window.root().lookup("#cohort-copy-name")).setText(LongCourse.WORDS);
        ((DatePicker) window.root().lookup("#cohort-copy .date-picker")).setValue(LocalDate.of(2027, 3, 1));
        window.press("Show dates");
    }

    private static void student(Window window) {
        var person = window.desk().portal.people.getFirst();
        window.screens().student.show(person);
        window.screens().shell.open(Page.STUDENT);
        window.lay();
        ((TableView<?>) window.root().lookup("#student-days"))
                .getSelectionModel()
                .select(8);
    }

    private static void courseAs(Window window) {
        window.screens().courseAs.show(window.desk().portal.people.getFirst());
        window.screens().shell.open(Page.COURSE_AS);
    }

    private static void audit(Window window) {
        window.screens().shell.pageProperty().set(Page.AUDIT);
        window.lay();
        ((TableView<?>) window.root().lookup("#audit-table"))
                .getSelectionModel()
                .select(1);
    }

    private static void reports(Window window) {
        window.screens().reports.reports = LongCourse.reports();
        window.screens().reports.table = LongCourse.report();
        window.screens().shell.pageProperty().set(Page.REPORTS);
    }

    private static void failedReports(Window window) {
        reports(window);
        window.lay();
        window.screens().reports.refuse(new PortalException(ErrorCode.STORAGE_UNAVAILABLE, LongCourse.WORDS));
        window.press("Read again");
    }

    private static void keys(Window window) {
        Objects.requireNonNull(window.scene().getAccelerators().get(new KeyCodeCombination(KeyCode.F1)))
                .run();
    }

    @Override
    public String toString() {
        return name;
    }
}
