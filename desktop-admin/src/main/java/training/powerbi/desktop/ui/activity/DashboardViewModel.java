package training.powerbi.desktop.ui.activity;

import java.time.Duration;
import java.time.ZoneId;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.DashboardStats;
import training.powerbi.client.PortalClient;
import training.powerbi.desktop.state.DayState;
import training.powerbi.desktop.state.Freshness;
import training.powerbi.desktop.state.LockState;
import training.powerbi.desktop.state.PortalState;
import training.powerbi.desktop.task.TaskExecutor;
import training.powerbi.desktop.ui.kit.Amounts;
import training.powerbi.desktop.ui.kit.Phase;
import training.powerbi.desktop.ui.kit.Screen;
import training.powerbi.desktop.ui.kit.TimeWords;
import training.powerbi.model.Connection;
import training.powerbi.model.UserProgress;

/// How the class is doing: the course's numbers, each day's bars, and what students did lately.
public final class DashboardViewModel {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration TICK = Duration.ofSeconds(30);

    private final PortalClient client;
    private final PortalState state;
    private final TaskExecutor tasks;
    private final Screen screen;
    private final TimeWords times;
    private final Names names;
    private final FilteredList<UserProgress> ofCohort;
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.LOADING);
    private final ReadOnlyObjectWrapper<@Nullable DashboardStats> stats = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper warnings = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper ticks = new ReadOnlyIntegerWrapper();
    private final ChangeListener<LockState> locks = (lock, before, now) -> soon();
    private TaskExecutor.Cancellation reading = () -> {};
    private boolean seen;
    private boolean due;

    /// @param zone the course's own
    public DashboardViewModel(PortalClient client, PortalState state, TaskExecutor tasks, Screen screen, ZoneId zone) {
        this.client = client;
        this.state = state;
        this.tasks = tasks;
        this.screen = screen;
        this.times = new TimeWords(screen, () -> state.zone(zone));
        this.names = new Names(client, tasks);
        this.ofCohort = new FilteredList<>(state.feed());
        narrow();
        state.feed().addListener((ListChangeListener<UserProgress>) change -> soon());
        state.days().addListener((ListChangeListener<DayState>) change -> follow());
        state.cohortId().addListener(change -> turn());
        state.several().addListener(change -> narrow());
        names.version().addListener(change -> narrow());
        follow();
    }

    /// Reads the numbers anew.
    public void refresh() {
        reading.cancel();
        if (stats.get() == null) {
            phase.set(Phase.LOADING);
        }
        var cohort = state.narrowedTo();
        reading = tasks.run(
                () -> client.dashboardStats(cohort),
                now -> {
                    failure.set("");
                    stats.set(now);
                    phase.set(now.totalDays() == 0 ? Phase.EMPTY : Phase.READY);
                },
                cause -> {
                    failure.set(screen.errors().explain(cause));
                    if (stats.get() == null) {
                        phase.set(Phase.FAILED);
                    }
                });
    }

    /// What students did before this program was there to hear of it.
    private void recall() {
        var cohort = state.narrowedTo();
        tasks.run(
                () -> client.courseProgress(null, null, cohort).edges().stream()
                        .map(Connection.Edge::node)
                        .toList(),
                state::recall,
                // What happens from now on is heard anyway.
                failure -> {});
    }

    /// What somebody has to see to. A portal of before does not know, and says nothing.
    private void readWarnings() {
        tasks.run(client::warnings, now -> warnings.set(String.join("\n", now)), failure -> {});
    }

    /// Sentences, one a line; empty when there is nothing to see to.
    ReadOnlyStringProperty warnings() {
        return warnings.getReadOnlyProperty();
    }

    /// Whether somebody looks at it; numbers are kept fresh only then.
    void seen(boolean now) {
        var begins = now && !seen;
        seen = now;
        if (begins) {
            refresh();
            recall();
            readWarnings();
            tick();
        }
    }

    ReadOnlyObjectProperty<Phase> phase() {
        return phase.getReadOnlyProperty();
    }

    /// Null until they are known.
    ReadOnlyObjectProperty<@Nullable DashboardStats> stats() {
        return stats.getReadOnlyProperty();
    }

    /// Why the numbers are not fresh; empty when they are.
    ReadOnlyStringProperty failure() {
        return failure.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Freshness> freshness() {
        return state.freshness();
    }

    ObservableList<DayState> days() {
        return state.days();
    }

    /// What students of the run that is shown did lately.
    ObservableList<UserProgress> feed() {
        return ofCohort;
    }

    /// Other numbers, and what others did.
    private void turn() {
        stats.set(null);
        narrow();
        if (seen) {
            refresh();
            recall();
        }
    }

    private void narrow() {
        var cohort = state.narrowedTo();
        ofCohort.setPredicate(update -> cohort == null || cohort.equals(names.cohortOf(update.userId())));
    }

    ReadOnlyIntegerProperty classSize() {
        return state.classSize();
    }

    /// Grows when what is said about times has to be said anew.
    ReadOnlyIntegerProperty ticks() {
        return ticks.getReadOnlyProperty();
    }

    /// Grows when more names are known.
    ReadOnlyIntegerProperty namesVersion() {
        return names.version();
    }

    String who(UserProgress progress) {
        var name = names.of(progress.userId());
        return name == null ? screen.texts().get("dashboard.feed.somebody") : name;
    }

    String when(UserProgress progress) {
        var at = progress.lastAccessed();
        return at == null ? "" : times.ago(at);
    }

    Amounts amounts() {
        return new Amounts(screen.texts());
    }

    Screen screen() {
        return screen;
    }

    private void follow() {
        state.days().forEach(day -> {
            // A day is followed once, however often the list changes.
            day.lockProperty().removeListener(locks);
            day.lockProperty().addListener(locks);
        });
    }

    private void soon() {
        if (seen && !due) {
            due = true;
            tasks.later(SOON, () -> {
                due = false;
                if (seen) {
                    refresh();
                }
            });
        }
    }

    private void tick() {
        tasks.later(TICK, () -> {
            if (seen) {
                ticks.set(ticks.get() + 1);
                tick();
            }
        });
    }
}
