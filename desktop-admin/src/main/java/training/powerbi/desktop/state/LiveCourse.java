package training.powerbi.desktop.state;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.ConnectionState;
import training.powerbi.client.Course;
import training.powerbi.client.CourseDay;
import training.powerbi.client.DayRecording;
import training.powerbi.client.LiveFeed;
import training.powerbi.client.PortalClient;
import training.powerbi.desktop.task.TaskExecutor;
import training.powerbi.model.UserProgress;

/// Keeps [PortalState] true: reads the course whenever subscriptions are in place, applies events in between. The first
/// event is applied at once, those that follow are gathered, so that a thousand a second cost ten updates.
public final class LiveCourse implements LiveFeed.Listener {
    private static final Duration READ_AGAIN = Duration.ofSeconds(5);
    private static final Duration COUNT_AGAIN = Duration.ofSeconds(2);
    private static final Duration BREATH = Duration.ofMillis(100);

    private final PortalClient client;
    private final PortalState state;
    private final TaskExecutor tasks;
    private final Consumer<Exception> failures;

    private final Object gathering = new Object();
    private Map<Changed, CourseDay> changedDays = new LinkedHashMap<>();
    private boolean studentsChanged;
    private List<UserProgress> progress = new ArrayList<>();
    private List<DayRecording> added = new ArrayList<>();
    private boolean drainDue;

    private TaskExecutor.@Nullable Cancellation reading;
    private TaskExecutor.@Nullable Cancellation again;
    private boolean readingNow;
    private boolean countDue;

    /// A day as one cohort has it.
    private record Changed(String cohortId, int dayNumber) {}

    /// @param failures told of what keeps the course from being read, on the FX thread
    public LiveCourse(PortalClient client, PortalState state, TaskExecutor tasks, Consumer<Exception> failures) {
        this.client = client;
        this.state = state;
        this.tasks = tasks;
        this.failures = failures;
    }

    /// Whether what is known of the course is true.
    public ReadOnlyObjectProperty<Freshness> freshness() {
        return state.freshness();
    }

    /// Turns to another run of the course. On the FX thread.
    public void show(String cohortId) {
        state.show(cohortId);
        read();
    }

    /// Reads the whole course anew. On the FX thread.
    public void read() {
        cancel(reading);
        cancel(again);
        if (state.freshness().get() != Freshness.FRESH) {
            state.become(Freshness.LOADING);
        }
        readingNow = true;
        var cohortId = state.cohortId().get();
        reading = tasks.run(
                () -> client.course(cohortId),
                course -> {
                    readingNow = false;
                    state.hear(course);
                    if (!course.cohorts().isEmpty() && state.cohort().isEmpty()) {
                        // It was archived meanwhile.
                        show(Course.MAIN);
                        return;
                    }
                    state.become(
                            state.connection().get() instanceof ConnectionState.Live
                                    ? Freshness.FRESH
                                    : Freshness.STALE);
                },
                failure -> {
                    readingNow = false;
                    state.become(state.days().isEmpty() ? Freshness.EMPTY : Freshness.STALE);
                    failures.accept(failure);
                    again = tasks.later(READ_AGAIN, this::read);
                });
    }

    @Override
    public void stateChanged(ConnectionState now) {
        tasks.onUi(() -> {
            state.become(now);
            if (!(now instanceof ConnectionState.Live) && state.freshness().get() == Freshness.FRESH) {
                state.become(Freshness.STALE);
            }
        });
    }

    @Override
    public void subscribed() {
        tasks.onUi(this::read);
    }

    @Override
    public void dayChanged(CourseDay day) {
        gather(() -> changedDays.merge(
                new Changed(day.cohortId(), day.dayNumber()),
                day,
                (known, heard) -> heard.revision() >= known.revision() ? heard : known));
    }

    @Override
    public void studentChanged(String userId, CourseDay day) {
        gather(() -> studentsChanged = true);
    }

    @Override
    public void recordingAdded(DayRecording recording) {
        gather(() -> added.add(recording));
    }

    @Override
    public void progressUpdated(UserProgress update) {
        gather(() -> progress.add(update));
    }

    private void gather(Runnable taking) {
        boolean first;
        synchronized (gathering) {
            taking.run();
            first = !drainDue;
            drainDue = true;
        }
        if (first) {
            tasks.onUi(this::drain);
        }
    }

    /// Applies what was gathered and looks again a moment later, until there was nothing.
    private void drain() {
        Map<Changed, CourseDay> days;
        boolean students;
        List<UserProgress> updates;
        List<DayRecording> recordings;
        synchronized (gathering) {
            days = changedDays;
            updates = progress;
            recordings = added;
            students = studentsChanged;
            studentsChanged = false;
            changedDays = new LinkedHashMap<>();
            progress = new ArrayList<>();
            added = new ArrayList<>();
            drainDue = students || !(days.isEmpty() && updates.isEmpty() && recordings.isEmpty());
            if (!drainDue) {
                return;
            }
        }
        days.values().forEach(state::hear);
        if (!updates.isEmpty()) {
            state.hear(updates);
        }
        // The day's own event says the same of a recording and more; a client that missed it reads anew.
        if (students) {
            state.studentsChanged();
        }
        if (students
                || !updates.isEmpty()
                || recordings.stream().anyMatch(this::isUnknown)
                || days.keySet().stream().anyMatch(this::mayConcernAll)) {
            countLater();
        }
        tasks.later(BREATH, this::drain);
    }

    /// Words and files are everyone's, and told as main's.
    private boolean mayConcernAll(Changed day) {
        return day.cohortId().equals(Course.MAIN) && !state.cohortId().get().equals(Course.MAIN);
    }

    private boolean isUnknown(DayRecording recording) {
        var cohortId = recording.cohortId();
        return (cohortId == null || cohortId.equals(state.cohortId().get()))
                && state.day(recording.dayNumber())
                        .filter(day -> day.day().recordings().stream()
                                .noneMatch(known -> known.recordingId().equals(recording.recordingId())))
                        .isPresent();
    }

    private void countLater() {
        if (!countDue) {
            countDue = true;
            tasks.later(COUNT_AGAIN, this::count);
        }
    }

    /// A reading under way is left to end: a portal that takes longer than the class makes progress would else never be
    /// read.
    private void count() {
        countDue = false;
        if (readingNow) {
            countLater();
        } else {
            read();
        }
    }

    private static void cancel(TaskExecutor.@Nullable Cancellation task) {
        if (task != null) {
            task.cancel();
        }
    }
}
