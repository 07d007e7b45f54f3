package training.powerbi.desktop.ui.student;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.Course;
import training.powerbi.client.Course.Cohort;
import training.powerbi.client.CourseDay;
import training.powerbi.client.PersonAccount;
import training.powerbi.desktop.task.TaskExecutor;
import training.powerbi.desktop.ui.access.Exceptions;
import training.powerbi.desktop.ui.desk.CourseDesk;
import training.powerbi.desktop.ui.kit.Amounts;
import training.powerbi.desktop.ui.kit.Phase;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.model.UserProgress;

/// One student: the cohort, each day's progress and access, exceptions and why.
public final class StudentViewModel {
    private final CourseDesk desk;
    private final Consumer<PersonAccount> seeAs;
    private final Runnable back;
    private final ObjectProperty<@Nullable PersonAccount> person = new SimpleObjectProperty<>();
    private final ObservableList<StudentDay> days = FXCollections.observableArrayList();
    private final ObservableList<StudentDay> daysView = FXCollections.unmodifiableObservableList(days);
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.LOADING);
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private final Exceptions exceptions;
    private TaskExecutor.Cancellation reading = () -> {};
    private boolean seen;

    /// @param seeAs shows the course as that student sees it
    /// @param back leaves the page
    public StudentViewModel(CourseDesk desk, Consumer<PersonAccount> seeAs, Runnable back) {
        this.desk = desk;
        this.seeAs = seeAs;
        this.back = back;
        this.exceptions = new Exceptions(desk, false, this::read);
        desk.state().studentChanges().addListener(change -> {
            if (seen) {
                refresh();
            }
        });
    }

    /// Turns to a student.
    public void show(PersonAccount student) {
        days.clear();
        exceptions.day().set(null);
        person.set(student);
        exceptions.choose(student);
        read();
    }

    /// Whether somebody looks at it; it is kept fresh only then.
    void seen(boolean now) {
        seen = now;
        if (now) {
            refresh();
        }
    }

    void refresh() {
        exceptions.refresh();
        read();
    }

    private record Known(List<CourseDay> course, List<UserProgress> progress) {}

    private void read() {
        var student = person.get();
        if (student == null) {
            return;
        }
        reading.cancel();
        if (days.isEmpty()) {
            phase.set(Phase.LOADING);
        }
        var id = student.userId();
        reading = desk.tasks()
                .run(
                        () -> new Known(
                                desk.access().courseAs(id, null), desk.access().studentProgress(id)),
                        this::hear,
                        cause -> {
                            failure.set(desk.screen().errors().explain(cause));
                            phase.set(days.isEmpty() ? Phase.FAILED : Phase.READY);
                        });
    }

    private void hear(Known known) {
        Map<Integer, Double> percent = known.progress().stream()
                .collect(Collectors.toMap(
                        UserProgress::dayNumber, UserProgress::completionPercentage, (one, other) -> one));
        var now = known.course().stream()
                .map(day -> new StudentDay(
                        day.dayNumber(), day.title(), day.isUnlocked(), percent.getOrDefault(day.dayNumber(), 0.0)))
                .toList();
        failure.set("");
        if (!now.equals(days)) {
            days.setAll(now);
        }
        phase.set(days.isEmpty() ? Phase.EMPTY : Phase.READY);
    }

    /// Null until one was turned to.
    ReadOnlyObjectProperty<@Nullable PersonAccount> person() {
        return person;
    }

    ObservableList<StudentDay> days() {
        return daysView;
    }

    ReadOnlyObjectProperty<Phase> phase() {
        return phase.getReadOnlyProperty();
    }

    ReadOnlyStringProperty failure() {
        return failure.getReadOnlyProperty();
    }

    Exceptions exceptions() {
        return exceptions;
    }

    /// Explains this day, and offers an exception for it.
    void choose(@Nullable StudentDay day) {
        if (day != null) {
            exceptions.day().set(day.number());
        }
    }

    /// The runs of the course a student can be in; nothing to choose from where there is one.
    ObservableList<Cohort> cohorts() {
        return desk.state().cohorts();
    }

    boolean isIn(Cohort cohort) {
        var student = person.get();
        return student != null
                && Objects.requireNonNullElse(student.cohortId(), Course.MAIN).equals(cohort.cohortId());
    }

    /// What the run is called that the student is in; empty where there is one.
    String cohort() {
        var student = person.get();
        if (student == null || !desk.state().several().get()) {
            return "";
        }
        return desk.state()
                .cohort(student.cohortId())
                .map(Cohort::name)
                .orElseGet(() -> desk.text("people.cohort.archived"));
    }

    void move(Cohort to) {
        var student = person.get();
        if (student == null || isIn(to)) {
            return;
        }
        desk.tasks()
                .run(
                        () -> desk.cohorts().moveStudents(List.of(student.userId()), to.cohortId()),
                        moved -> {
                            desk.screen().notices().info(desk.text("people.moved", 1, to.name()));
                            desk.refresh();
                            moved.stream()
                                    .filter(each -> each.userId().equals(student.userId()))
                                    .findFirst()
                                    .ifPresent(person::set);
                            refresh();
                        },
                        desk.screen()::problem);
    }

    void seeAs() {
        var student = person.get();
        if (student != null) {
            seeAs.accept(student);
        }
    }

    void back() {
        back.run();
    }

    Amounts amounts() {
        return new Amounts(texts());
    }

    Texts texts() {
        return desk.screen().texts();
    }
}
