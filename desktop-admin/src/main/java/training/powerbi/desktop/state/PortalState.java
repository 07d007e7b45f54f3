package training.powerbi.desktop.state;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.ConnectionState;
import training.powerbi.client.Course;
import training.powerbi.client.Course.Cohort;
import training.powerbi.client.CourseDay;
import training.powerbi.model.UserProgress;

/// What the program knows of the course, for all screens. Of use on the FX thread only.
public final class PortalState {
    private static final int FEED_LENGTH = 200;

    private final ObservableList<DayState> days = FXCollections.observableArrayList();
    private final ObservableList<UserProgress> feed = FXCollections.observableArrayList();
    // Kept, because a view of a list is dropped with its listeners when nobody holds it.
    private final ObservableList<DayState> daysView = FXCollections.unmodifiableObservableList(days);
    private final ObservableList<UserProgress> feedView = FXCollections.unmodifiableObservableList(feed);
    private final ObservableList<Cohort> cohorts = FXCollections.observableArrayList();
    private final ObservableList<Cohort> cohortsView = FXCollections.unmodifiableObservableList(cohorts);
    private final ReadOnlyStringWrapper cohortId = new ReadOnlyStringWrapper(Course.MAIN);
    private final ReadOnlyBooleanWrapper several = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper studentChanges = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper classSize = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Freshness> freshness = new ReadOnlyObjectWrapper<>(Freshness.EMPTY);
    private final ReadOnlyObjectWrapper<ConnectionState> connection =
            new ReadOnlyObjectWrapper<>(new ConnectionState.Idle());
    private final ReadOnlyObjectWrapper<Optional<Instant>> staleSince = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// The days in order; not to be changed by readers.
    public ObservableList<DayState> days() {
        return daysView;
    }

    /// The runs of the course that go on, main first.
    public ObservableList<Cohort> cohorts() {
        return cohortsView;
    }

    /// Whether there is more than one run, so that one is chosen from them.
    public ReadOnlyBooleanProperty several() {
        return several.getReadOnlyProperty();
    }

    /// The run whose days these are.
    public ReadOnlyStringProperty cohortId() {
        return cohortId.getReadOnlyProperty();
    }

    /// The same with its name; empty before the course was read.
    public Optional<Cohort> cohort() {
        return cohort(cohortId.get());
    }

    /// A run by its id.
    ///
    /// @param id null for main
    public Optional<Cohort> cohort(@Nullable String id) {
        var wanted = id == null ? Course.MAIN : id;
        return cohorts.stream().filter(each -> each.cohortId().equals(wanted)).findFirst();
    }

    /// To whose people and numbers what is shown is narrowed; null where there is one run only.
    public @Nullable String narrowedTo() {
        return several.get() ? cohortId.get() : null;
    }

    /// The clock on the wall of the run that is shown.
    ///
    /// @param course the course's own
    public ZoneId zone(ZoneId course) {
        return cohort().map(shown -> ZoneId.of(shown.timeZone())).orElse(course);
    }

    /// Grows when a student's exception began or ended, or a student changed cohorts.
    public ReadOnlyIntegerProperty studentChanges() {
        return studentChanges.getReadOnlyProperty();
    }

    /// How many students a full bar stands for: all of the class, also those who have not begun anything.
    public ReadOnlyIntegerProperty classSize() {
        return classSize.getReadOnlyProperty();
    }

    /// What students did lately, newest first.
    public ObservableList<UserProgress> feed() {
        return feedView;
    }

    public ReadOnlyObjectProperty<Freshness> freshness() {
        return freshness.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<ConnectionState> connection() {
        return connection.getReadOnlyProperty();
    }

    /// Of when is what the portal itself shows, while its store is away and changes wait.
    public ReadOnlyObjectProperty<Optional<Instant>> staleSince() {
        return staleSince.getReadOnlyProperty();
    }

    public Optional<DayState> day(int number) {
        return days.stream().filter(day -> day.number() == number).findFirst();
    }

    /// Turns to another run. Nothing is known of its days until they are read.
    void show(String cohort) {
        if (!cohort.equals(cohortId.get())) {
            days.clear();
            cohortId.set(cohort);
            freshness.set(Freshness.EMPTY);
        }
    }

    void studentsChanged() {
        studentChanges.set(studentChanges.get() + 1);
    }

    /// Takes an answer about the whole course over, unless another run is shown meanwhile.
    public void hear(Course course) {
        if (!course.cohortId().equals(cohortId.get())) {
            return;
        }
        if (!course.cohorts().equals(cohorts)) {
            cohorts.setAll(course.cohorts());
            several.set(cohorts.size() > 1);
        }
        var known = course.days().stream().map(this::heard).toList();
        if (!known.equals(days)) {
            days.setAll(known);
        }
        course.progress().forEach(progress -> day(progress.dayNumber()).ifPresent(day -> day.hear(progress)));
        // Somebody may have begun a day between the two counts.
        var begun =
                days.stream().mapToInt(day -> day.progress().started()).max().orElse(0);
        classSize.set(Math.max(course.students(), begun));
    }

    /// Takes an answer or event about one day over, unless something newer is known or another run is shown.
    public void hear(CourseDay answer) {
        if (answer.cohortId().equals(cohortId.get())) {
            day(answer.dayNumber()).ifPresent(day -> day.hear(answer));
        }
    }

    /// @param updates oldest first
    void hear(List<UserProgress> updates) {
        var latest = updates.subList(Math.max(0, updates.size() - FEED_LENGTH), updates.size());
        feed.addAll(0, latest.reversed());
        if (feed.size() > FEED_LENGTH) {
            feed.remove(FEED_LENGTH, feed.size());
        }
    }

    /// Takes over what was done before the first event: behind what was heard, and nothing of it twice.
    public void recall(List<UserProgress> past) {
        var heard = feed.stream().map(PortalState::whose).collect(Collectors.toSet());
        past.stream()
                .filter(update -> update.lastAccessed() != null && !heard.contains(whose(update)))
                .sorted(Comparator.comparing(
                        UserProgress::lastAccessed, Comparator.nullsFirst(Comparator.reverseOrder())))
                .limit(Math.max(0, FEED_LENGTH - feed.size()))
                .forEach(feed::add);
    }

    private static String whose(UserProgress update) {
        return update.userId() + ' ' + update.dayNumber();
    }

    void become(Freshness now) {
        freshness.set(now);
    }

    void become(ConnectionState now) {
        connection.set(now);
    }

    void become(Optional<Instant> stale) {
        staleSince.set(stale);
    }

    private DayState heard(CourseDay answer) {
        var known = day(answer.dayNumber());
        known.ifPresent(day -> day.hear(answer));
        return known.orElseGet(() -> new DayState(answer));
    }
}
