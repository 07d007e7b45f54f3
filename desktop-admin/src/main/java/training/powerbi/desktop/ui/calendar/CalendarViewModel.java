package training.powerbi.desktop.ui.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.CourseDay;
import training.powerbi.client.PortalClient;
import training.powerbi.desktop.state.DayState;
import training.powerbi.desktop.state.Freshness;
import training.powerbi.desktop.state.PortalState;
import training.powerbi.desktop.task.TaskExecutor;
import training.powerbi.desktop.ui.dialog.Dialogs;
import training.powerbi.desktop.ui.kit.Screen;
import training.powerbi.desktop.ui.kit.TimeWords;

/// The course's days: which one is looked at, which are marked, when each is taught.
public final class CalendarViewModel {
    private static final LocalTime USUAL_TIME = LocalTime.of(9, 0);

    private final PortalClient client;
    private final PortalState state;
    private final TaskExecutor tasks;
    private final Screen screen;
    private final Dialogs dialogs;
    private final LockSwitch locks;
    private final ZoneId courseZone;
    private final TimeWords times;
    private final DateWarnings warnings;
    private final ObservableSet<Integer> marked = FXCollections.observableSet();
    private final ReadOnlyObjectWrapper<@Nullable DayState> chosen = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty month = new SimpleBooleanProperty();
    private int wanted;

    /// @param zone the course's own
    public CalendarViewModel(
            PortalClient client,
            PortalState state,
            TaskExecutor tasks,
            Screen screen,
            Dialogs dialogs,
            LockSwitch locks,
            ZoneId zone) {
        this.client = client;
        this.state = state;
        this.tasks = tasks;
        this.screen = screen;
        this.dialogs = dialogs;
        this.locks = locks;
        this.courseZone = zone;
        this.times = new TimeWords(screen, this::zone);
        this.warnings = new DateWarnings(screen, this::zone);
        state.days().addListener((ListChangeListener<DayState>) change -> turn());
    }

    ObservableList<DayState> days() {
        return state.days();
    }

    /// How many students a full bar stands for.
    ReadOnlyIntegerProperty classSize() {
        return state.classSize();
    }

    ReadOnlyObjectProperty<Freshness> freshness() {
        return state.freshness();
    }

    /// Whether days are laid on a calendar month instead of cards.
    public BooleanProperty monthProperty() {
        return month;
    }

    /// The day whose recordings and files are shown beside.
    public ReadOnlyObjectProperty<@Nullable DayState> chosen() {
        return chosen.getReadOnlyProperty();
    }

    public void choose(@Nullable DayState day) {
        wanted = day == null ? 0 : day.number();
        chosen.set(day);
    }

    /// Another run of the course has the same day, once it is read.
    private void turn() {
        var now = chosen.get();
        if (now != null && !state.days().contains(now)) {
            chosen.set(null);
        }
        if (chosen.get() == null && wanted != 0) {
            state.day(wanted).ifPresent(chosen::set);
        }
        if (state.days().isEmpty()) {
            marked.clear();
        }
    }

    /// The numbers of the days that a lock or unlock of many means.
    ObservableSet<Integer> marked() {
        return marked;
    }

    void mark(DayState day, boolean on) {
        if (on) {
            marked.add(day.number());
        } else {
            marked.remove(day.number());
        }
    }

    /// Marks every day there is.
    void markAll() {
        state.days().forEach(day -> marked.add(day.number()));
    }

    void unmarkAll() {
        marked.clear();
    }

    public void toggle(DayState day) {
        locks.toggle(day);
    }

    /// Locks or unlocks all that are marked, and takes the marks away.
    void setMarked(boolean unlock) {
        locks.set(
                state.days().stream()
                        .filter(day -> marked.contains(day.number()))
                        .toList(),
                unlock);
        marked.clear();
    }

    /// Unlocks what is locked, after the person has seen the list.
    void unlockAll() {
        setAll(true, "calendar.unlock-all", "calendar.all-open");
    }

    /// Locks what is open, after the person has seen the list.
    void lockAll() {
        setAll(false, "calendar.lock-all", "calendar.all-locked");
    }

    private void setAll(boolean unlock, String question, String nothing) {
        var others = state.days().stream()
                .filter(day -> day.lock().isOpen() != unlock)
                .toList();
        if (others.isEmpty()) {
            screen.notices().info(screen.texts().get(nothing));
        } else if (dialogs.confirm(
                screen.texts().get(question + ".title", others.size()),
                others.stream().map(this::line).toList(),
                screen.texts().get(question + ".action"))) {
            locks.set(others, unlock);
        }
    }

    /// Moves a day to a date; its time of day stays.
    void move(DayState day, LocalDate date) {
        var at = day.day().scheduledAt();
        var time = at == null ? USUAL_TIME : at.atZone(zone()).toLocalTime();
        schedule(day, date.atTime(time).atZone(zone()).toInstant());
    }

    void unschedule(DayState day) {
        schedule(day, null);
    }

    /// The date of a day in the course's zone.
    @Nullable
    LocalDate dateOf(DayState day) {
        return date(day.day().scheduledAt());
    }

    /// The date on which the clock opens a day; null when it does not, or did.
    @Nullable
    LocalDate opensOn(DayState day) {
        return day.lock().isOpen() ? null : date(day.day().opensAt());
    }

    private @Nullable LocalDate date(@Nullable Instant at) {
        return at == null ? null : at.atZone(zone()).toLocalDate();
    }

    /// When the clock opens a day, in words; empty when it does not, or did.
    String opens(CourseDay day) {
        var at = day.opensAt();
        return at == null || day.isUnlocked() ? "" : screen.texts().get("card.opens", times.withWeekday(at));
    }

    /// Such as `18:00`.
    String opensTime(DayState day) {
        var at = day.day().opensAt();
        return at == null ? "" : times.timeOfDay(at);
    }

    /// When a day is taught, in words.
    String when(CourseDay day) {
        var at = day.scheduledAt();
        return at == null ? screen.texts().get("card.no-date") : times.withWeekday(at);
    }

    ZoneId zone() {
        return state.zone(courseZone);
    }

    LocalDate today() {
        return LocalDate.ofInstant(screen.clock().instant(), zone());
    }

    private void schedule(DayState day, @Nullable Instant to) {
        var before = day.day();
        tasks.run(
                () -> client.scheduleDay(before.dayNumber(), before.cohortId(), to, before.editVersion()),
                answer -> {
                    state.hear(answer);
                    var from = before.scheduledAt();
                    var warned = warnings.about(before.dayNumber(), state.days());
                    screen.notices()
                            .undo(
                                    "date " + before.dayNumber(),
                                    String.join(
                                            " ",
                                            Stream.concat(
                                                            Stream.of(screen.texts()
                                                                    .get("calendar.moved", before.dayNumber())),
                                                            warned.stream())
                                                    .toList()),
                                    screen.texts().get("lock.undo"),
                                    () -> schedule(day, from));
                },
                screen::problem);
    }

    private String line(DayState day) {
        return screen.texts().get("calendar.day-line", day.number(), day.day().title());
    }
}
