package training.powerbi.desktop.ui.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.CourseDay;
import training.powerbi.client.PlannedDay;
import training.powerbi.client.PortalClient;
import training.powerbi.client.SchedulePlan;
import training.powerbi.desktop.task.TaskExecutor;
import training.powerbi.desktop.ui.kit.Screen;
import training.powerbi.desktop.ui.kit.TimeWords;

/// Lays the days over a calendar: first the plan, then, when it pleases, the change.
public final class ScheduleViewModel {
    private final PortalClient client;
    private final TaskExecutor tasks;
    private final Screen screen;
    private final Runnable changed;
    private final ZoneId zone;
    private final TimeWords times;
    private final DateWarnings warnings;

    private final BooleanProperty open = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable LocalDate> start = new SimpleObjectProperty<>();
    private final StringProperty time = new SimpleStringProperty("09:00");
    private final BooleanProperty weekdaysOnly = new SimpleBooleanProperty(true);
    private final ObservableList<PlannedDay> plan = FXCollections.observableArrayList();
    // Kept, because a view of a list is dropped with its listeners when nobody holds it.
    private final ObservableList<PlannedDay> planView = FXCollections.unmodifiableObservableList(plan);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper warning = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /// @param zone the course's own
    /// @param changed called after days were laid out, to read the course anew
    public ScheduleViewModel(PortalClient client, TaskExecutor tasks, Screen screen, ZoneId zone, Runnable changed) {
        this.zone = zone;
        this.times = new TimeWords(screen, zone);
        this.warnings = new DateWarnings(screen, zone);
        this.client = client;
        this.tasks = tasks;
        this.screen = screen;
        this.changed = changed;
        start.addListener(change -> forget());
        time.addListener(change -> forget());
        weekdaysOnly.addListener(change -> forget());
    }

    BooleanProperty openProperty() {
        return open;
    }

    ObjectProperty<@Nullable LocalDate> startProperty() {
        return start;
    }

    StringProperty timeProperty() {
        return time;
    }

    BooleanProperty weekdaysOnlyProperty() {
        return weekdaysOnly;
    }

    /// When each day would be taught; empty until the plan was asked for.
    ObservableList<PlannedDay> plan() {
        return planView;
    }

    /// What is odd about the plan; empty when nothing is.
    ReadOnlyStringProperty warning() {
        return warning.getReadOnlyProperty();
    }

    String when(Instant at) {
        return times.withWeekday(at);
    }

    ZoneId zone() {
        return zone;
    }

    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// Asks for the plan and changes nothing.
    void preview() {
        read().ifPresent(asked -> call(() -> client.planDays(asked), planned -> {
            plan.setAll(planned);
            warning.set(String.join(" ", warnings.of(planned)));
        }));
    }

    /// Makes the plan true.
    void apply() {
        var seen = List.copyOf(plan);
        read().ifPresent(asked -> call(() -> client.scheduleDays(asked, seen), done -> {
            open.set(false);
            forget();
            screen.notices()
                    .undo(
                            "schedule",
                            screen.texts().get("schedule.done", done.size()),
                            screen.texts().get("lock.undo"),
                            () -> takeBack(seen));
            changed.run();
        }));
    }

    /// Gives each day the date it had, unless somebody has moved it since.
    private void takeBack(List<PlannedDay> laid) {
        tasks.run(
                () -> {
                    var now =
                            client.course().days().stream().collect(Collectors.toMap(CourseDay::dayNumber, day -> day));
                    for (var planned : laid) {
                        var day = now.get(planned.dayNumber());
                        if (day != null
                                && planned.scheduledAt().equals(day.scheduledAt())
                                && !planned.scheduledAt().equals(planned.previous())) {
                            client.scheduleDay(day.dayNumber(), planned.previous(), day.editVersion());
                        }
                    }
                    return laid.size();
                },
                count -> {
                    screen.notices().info(screen.texts().get("schedule.undone"));
                    changed.run();
                },
                screen::problem);
    }

    private void call(Callable<List<PlannedDay>> work, Consumer<List<PlannedDay>> then) {
        busy.set(true);
        problem.set("");
        tasks.run(
                work,
                answer -> {
                    busy.set(false);
                    then.accept(answer);
                },
                failure -> {
                    busy.set(false);
                    problem.set(screen.errors().explain(failure));
                });
    }

    private Optional<SchedulePlan> read() {
        var first = start.get();
        if (first == null) {
            problem.set(screen.texts().get("schedule.no-date"));
            return Optional.empty();
        }
        try {
            var at = time.get().strip();
            return Optional.of(
                    new SchedulePlan(first, LocalTime.parse(at.length() == 4 ? "0" + at : at), weekdaysOnly.get()));
        } catch (DateTimeParseException e) {
            problem.set(screen.texts().get("schedule.bad-time"));
            return Optional.empty();
        }
    }

    private void forget() {
        plan.clear();
        warning.set("");
        problem.set("");
    }
}
