package training.powerbi.desktop.ui.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.CourseDay;
import training.powerbi.client.PlannedDay;
import training.powerbi.desktop.state.DayState;
import training.powerbi.desktop.ui.desk.CourseDesk;
import training.powerbi.desktop.ui.kit.TimeWords;
import training.powerbi.desktop.ui.plan.PlanDraft;

/// Lays the days over a calendar: first the plan, then, when it pleases, the change.
public final class ScheduleViewModel {
    private final CourseDesk desk;
    private final Runnable changed;
    private final TimeWords times;
    private final DateWarnings warnings;

    private final BooleanProperty open = new SimpleBooleanProperty();
    private final PlanDraft draft;
    private final ObjectProperty<Opening> opening = new SimpleObjectProperty<>(Opening.BY_HAND);
    private final ObservableList<PlannedDay> plan = FXCollections.observableArrayList();
    // Kept, because a view of a list is dropped with its listeners when nobody holds it.
    private final ObservableList<PlannedDay> planView = FXCollections.unmodifiableObservableList(plan);
    private final ReadOnlyStringWrapper warning = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /// @param changed called after days were laid out, to read the course anew
    public ScheduleViewModel(CourseDesk desk, Runnable changed) {
        this.desk = desk;
        this.changed = changed;
        this.times = desk.times();
        this.warnings = new DateWarnings(desk.screen(), desk::zone);
        this.draft = new PlanDraft(desk.screen(), this::forget);
        opening.addListener(change -> forget());
        desk.state().cohortId().addListener(change -> forget());
    }

    BooleanProperty openProperty() {
        return open;
    }

    PlanDraft draft() {
        return draft;
    }

    ObjectProperty<Opening> openingProperty() {
        return opening;
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

    /// Whose dates these are, on which clock.
    ObservableValue<String> title() {
        return desk.state()
                .cohortId()
                .flatMap(id -> desk.state()
                        .several()
                        .map(several -> desk.state()
                                .cohort(id)
                                .filter(cohort -> several)
                                .map(cohort -> desk.text(
                                        "schedule.title.cohort",
                                        cohort.name(),
                                        desk.zone().getId()))
                                .orElseGet(() ->
                                        desk.text("schedule.title", desk.zone().getId()))));
    }

    ReadOnlyStringProperty problem() {
        return draft.problem();
    }

    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// Asks for the plan and changes nothing.
    void preview() {
        var cohortId = desk.state().cohortId().get();
        draft.read(opening.get().minutes())
                .ifPresent(asked -> call(() -> desk.client().planDays(cohortId, asked), planned -> {
                    plan.setAll(planned);
                    warning.set(String.join(" ", warned(planned)));
                }));
    }

    private List<String> warned(List<PlannedDay> planned) {
        List<String> said = new ArrayList<>(warnings.of(planned));
        var clocks = planned.stream()
                .filter(day -> day.opensAt() == null && opensAt(day.dayNumber()) != null)
                .count();
        if (clocks > 0) {
            said.add(desk.text("schedule.warning.clock", clocks));
        }
        return said;
    }

    private @Nullable Instant opensAt(int dayNumber) {
        return desk.state()
                .day(dayNumber)
                .map(DayState::day)
                .map(CourseDay::opensAt)
                .orElse(null);
    }

    /// Makes the plan true.
    void apply() {
        var seen = List.copyOf(plan);
        var cohortId = desk.state().cohortId().get();
        Map<Integer, @Nullable Instant> clocks = new HashMap<>();
        seen.forEach(day -> clocks.put(day.dayNumber(), opensAt(day.dayNumber())));
        draft.read(opening.get().minutes())
                .ifPresent(asked -> call(() -> desk.client().scheduleDays(cohortId, asked, seen), done -> {
                    open.set(false);
                    forget();
                    desk.screen()
                            .notices()
                            .undo(
                                    "schedule",
                                    desk.text("schedule.done", done.size()),
                                    desk.text("lock.undo"),
                                    () -> takeBack(cohortId, seen, clocks));
                    changed.run();
                }));
    }

    /// Gives each day the date and the clock it had, unless somebody has moved it since.
    private void takeBack(String cohortId, List<PlannedDay> laid, Map<Integer, @Nullable Instant> clocks) {
        desk.tasks()
                .run(
                        () -> {
                            var now = desk.client().course(cohortId).days().stream()
                                    .collect(Collectors.toMap(CourseDay::dayNumber, day -> day));
                            for (var planned : laid) {
                                var day = now.get(planned.dayNumber());
                                if (day != null && planned.scheduledAt().equals(day.scheduledAt())) {
                                    takeBack(day, planned, clocks.get(planned.dayNumber()));
                                }
                            }
                            return laid.size();
                        },
                        count -> {
                            desk.screen().notices().info(desk.text("schedule.undone"));
                            changed.run();
                        },
                        desk.screen()::problem);
    }

    private void takeBack(CourseDay day, PlannedDay planned, @Nullable Instant clock) {
        if (!planned.scheduledAt().equals(planned.previous())) {
            desk.client().scheduleDay(day.dayNumber(), day.cohortId(), planned.previous(), day.editVersion());
        }
        var isToCome = clock == null || clock.isAfter(desk.screen().clock().instant());
        if (!day.isUnlocked() && isToCome && (clock == null ? day.opensAt() != null : !clock.equals(day.opensAt()))) {
            desk.access().openDayAt(day.dayNumber(), day.cohortId(), clock);
        }
    }

    private void call(Callable<List<PlannedDay>> work, Consumer<List<PlannedDay>> then) {
        busy.set(true);
        draft.say("");
        desk.tasks()
                .run(
                        work,
                        answer -> {
                            busy.set(false);
                            then.accept(answer);
                        },
                        failure -> {
                            busy.set(false);
                            draft.say(desk.screen().errors().explain(failure));
                        });
    }

    private void forget() {
        plan.clear();
        warning.set("");
        draft.say("");
    }
}
