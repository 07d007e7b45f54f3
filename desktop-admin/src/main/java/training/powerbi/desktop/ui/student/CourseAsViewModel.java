package training.powerbi.desktop.ui.student;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.CourseDay;
import training.powerbi.client.PersonAccount;
import training.powerbi.desktop.task.TaskExecutor;
import training.powerbi.desktop.ui.desk.CourseDesk;
import training.powerbi.desktop.ui.kit.Phase;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.kit.TimeWords;
import training.powerbi.desktop.ui.plan.PlanDraft;

/// The course as one student gets it, now or at another time by the clock. Nothing is recorded as watched.
public final class CourseAsViewModel {
    private final CourseDesk desk;
    private final UnaryOperator<String> absolute;
    private final Runnable back;
    private final ObjectProperty<@Nullable PersonAccount> person = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LocalDate> date = new SimpleObjectProperty<>();
    private final StringProperty time = new SimpleStringProperty("18:00");
    private final ReadOnlyStringWrapper banner = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ObservableList<CourseDay> days = FXCollections.observableArrayList();
    private final ObservableList<CourseDay> daysView = FXCollections.unmodifiableObservableList(days);
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.LOADING);
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private TaskExecutor.Cancellation reading = () -> {};

    /// @param absolute makes the portal's paths addresses
    /// @param back leaves the page
    public CourseAsViewModel(CourseDesk desk, UnaryOperator<String> absolute, Runnable back) {
        this.desk = desk;
        this.absolute = absolute;
        this.back = back;
        date.addListener(change -> problem.set(""));
        time.addListener(change -> problem.set(""));
    }

    /// Turns to a student, as of now.
    public void show(PersonAccount student) {
        person.set(student);
        date.set(null);
        days.clear();
        read();
    }

    /// Reads it as of the time that is typed; now while no date is.
    void read() {
        var student = person.get();
        if (student == null) {
            return;
        }
        Instant at;
        try {
            at = at();
        } catch (DateTimeParseException e) {
            problem.set(desk.text("schedule.bad-time"));
            return;
        }
        reading.cancel();
        days.clear();
        phase.set(Phase.LOADING);
        banner.set(
                at == null
                        ? desk.text("as.banner.now", student.name())
                        : desk.text("as.banner", student.name(), times().withWeekday(at)));
        reading = desk.tasks()
                .run(
                        () -> desk.access().courseAs(student.userId(), at),
                        course -> {
                            days.setAll(course);
                            phase.set(course.isEmpty() ? Phase.EMPTY : Phase.READY);
                        },
                        cause -> {
                            failure.set(desk.screen().errors().explain(cause));
                            phase.set(Phase.FAILED);
                        });
    }

    private @Nullable Instant at() {
        var chosen = date.get();
        return chosen == null
                ? null
                : chosen.atTime(PlanDraft.clockTime(time.get()))
                        .atZone(desk.zone())
                        .toInstant();
    }

    /// As of now again.
    void now() {
        date.set(null);
        read();
    }

    /// As whom and as of when this is.
    ReadOnlyStringProperty banner() {
        return banner.getReadOnlyProperty();
    }

    /// Null for now.
    ObjectProperty<@Nullable LocalDate> date() {
        return date;
    }

    StringProperty time() {
        return time;
    }

    /// What is wrong with the time that is typed; empty when nothing is.
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    ObservableList<CourseDay> days() {
        return daysView;
    }

    ReadOnlyObjectProperty<Phase> phase() {
        return phase.getReadOnlyProperty();
    }

    ReadOnlyStringProperty failure() {
        return failure.getReadOnlyProperty();
    }

    /// When a day is taught and opens, in words.
    String facts(CourseDay day) {
        var session = day.scheduledAt();
        var when = session == null ? desk.text("card.no-date") : times().withWeekday(session);
        var opens = day.opensAt();
        return opens == null || day.isUnlocked()
                ? when
                : when + " · " + desk.text("card.opens", times().withWeekday(opens));
    }

    private TimeWords times() {
        return desk.times();
    }

    /// Opens something of a day where the system opens such things.
    void open(String address) {
        desk.dialogs().browse(absolute.apply(address));
    }

    void back() {
        back.run();
    }

    Texts texts() {
        return desk.screen().texts();
    }
}
