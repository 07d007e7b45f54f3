package training.powerbi.desktop.ui.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.PersonAccount;
import training.powerbi.client.access.AccessExplanation;
import training.powerbi.client.access.AccessOverride;
import training.powerbi.desktop.task.TaskExecutor;
import training.powerbi.desktop.ui.desk.CourseDesk;
import training.powerbi.desktop.ui.form.FieldErrors;
import training.powerbi.desktop.ui.plan.PlanDraft;

/// Why one student sees one day or does not, and the exceptions from that. One of the two is given by where it is
/// looked at, the other is chosen.
public final class Exceptions {
    static final String REASON = "reason";
    static final String EXPIRES = "expiresAt";

    private final CourseDesk desk;
    private final boolean ofDay;
    private final Runnable changed;
    private final StudentSearch search;
    private final ObjectProperty<@Nullable Integer> day = new SimpleObjectProperty<>();
    private final ObservableList<AccessOverride> active = FXCollections.observableArrayList();
    private final ObservableList<AccessOverride> activeView = FXCollections.unmodifiableObservableList(active);
    private final ReadOnlyStringWrapper why = new ReadOnlyStringWrapper("");
    private final BooleanProperty grants = new SimpleBooleanProperty(true);
    private final StringProperty reason = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable LocalDate> until = new SimpleObjectProperty<>();
    private final StringProperty untilTime = new SimpleStringProperty("20:00");
    private final FieldErrors errors = new FieldErrors(REASON, EXPIRES);
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private TaskExecutor.Cancellation asking = () -> {};
    private TaskExecutor.Cancellation reading = () -> {};

    /// @param ofDay whether the day is given and the student is chosen, or the other way round
    /// @param changed told when an exception was made or revoked here
    public Exceptions(CourseDesk desk, boolean ofDay, Runnable changed) {
        this.desk = desk;
        this.ofDay = ofDay;
        this.changed = changed;
        this.search = new StudentSearch(desk);
        errors.forget(REASON, reason);
        errors.forget(EXPIRES, until);
        errors.forget(EXPIRES, untilTime);
        day.addListener((property, before, now) -> {
            if (ofDay) {
                read();
            }
            explain();
        });
        search.chosen().addListener((property, before, now) -> {
            if (!ofDay) {
                read();
            }
            explain();
        });
    }

    /// Reads the exceptions and the explanation anew.
    public void refresh() {
        read();
        explain();
    }

    private void read() {
        reading.cancel();
        var student = student().map(PersonAccount::userId).orElse(null);
        var number = day.get();
        if (ofDay ? number == null : student == null) {
            active.clear();
            return;
        }
        reading = desk.tasks()
                .run(
                        () -> desk.access().overrides(ofDay ? null : student, ofDay ? number : null),
                        active::setAll,
                        desk.screen()::problem);
    }

    private void explain() {
        asking.cancel();
        var student = student().orElse(null);
        var number = day.get();
        if (student == null || number == null) {
            why.set("");
            return;
        }
        asking = desk.tasks()
                .run(
                        () -> desk.access().explainAccess(student.userId(), number, null),
                        answer -> why.set(words(student, number, answer)),
                        failure -> why.set(desk.screen().errors().explain(failure)));
    }

    private String words(PersonAccount student, int number, AccessExplanation answer) {
        var first = desk.text(answer.isOpen() ? "access.why.open" : "access.why.closed", student.name(), number);
        var at = answer.changesAt();
        return first
                + ' '
                + sentence(answer.reason())
                + (at == null
                        ? ""
                        : ' ' + desk.text("access.why.changes", desk.times().withWeekday(at)));
    }

    /// What a trainer wrote as the reason may end as it likes.
    private static String sentence(String said) {
        return said.matches(".*[.!?]") ? said : said + '.';
    }

    /// Whose exceptions are looked at, or for whom one is made.
    public void choose(PersonAccount person) {
        search.choose(person);
    }

    /// The day that is looked at, or for which an exception is made; null when none is.
    public ObjectProperty<@Nullable Integer> day() {
        return day;
    }

    Optional<PersonAccount> student() {
        return Optional.ofNullable(search.chosen().get());
    }

    StudentSearch search() {
        return search;
    }

    /// Whether the student is chosen here.
    boolean picksStudent() {
        return ofDay;
    }

    /// Those that hold now, newest first.
    ObservableList<AccessOverride> active() {
        return activeView;
    }

    /// Whether there is somebody and a day to make an exception for.
    ObservableValue<Boolean> ready() {
        return search.chosen().isNotNull().and(day.isNotNull());
    }

    /// Why the student sees the day or does not; empty while one of both is not chosen.
    ReadOnlyStringProperty why() {
        return why.getReadOnlyProperty();
    }

    /// Whether it opens the day; else it holds it back.
    BooleanProperty grants() {
        return grants;
    }

    StringProperty reason() {
        return reason;
    }

    /// The last date; null until it is revoked.
    ObjectProperty<@Nullable LocalDate> until() {
        return until;
    }

    StringProperty untilTime() {
        return untilTime;
    }

    FieldErrors errors() {
        return errors;
    }

    BooleanProperty busy() {
        return busy;
    }

    /// What one is about, such as `Held back until …`.
    String facts(AccessOverride made) {
        var at = made.expiresAt();
        var kind = made.isOpen() ? "access.granted" : "access.held-back";
        return at == null
                ? desk.text(kind)
                : desk.text(kind + ".until", desk.times().withWeekday(at));
    }

    /// Whom or which day one is for.
    String about(AccessOverride made) {
        return ofDay ? made.user().name() : desk.text("card.day", made.dayNumber());
    }

    /// Makes an exception from now on.
    void make() {
        var student = student().orElse(null);
        var number = day.get();
        if (student == null || number == null || busy.get()) {
            return;
        }
        errors.clear();
        var said = reason.get().strip();
        if (said.isEmpty()) {
            errors.of(REASON).set(desk.text("access.reason.missing"));
            return;
        }
        Instant expires;
        try {
            expires = expiry();
        } catch (DateTimeParseException e) {
            errors.of(EXPIRES).set(desk.text("schedule.bad-time"));
            return;
        }
        var opens = grants.get();
        busy.set(true);
        desk.tasks()
                .run(
                        () -> desk.access().grantAccess(student.userId(), number, opens, said, expires),
                        made -> {
                            busy.set(false);
                            reason.set("");
                            until.set(null);
                            said(opens ? "access.made.granted" : "access.made.held-back", student.name(), number);
                        },
                        this::stop);
    }

    private @Nullable Instant expiry() {
        var last = until.get();
        return last == null
                ? null
                : last.atTime(PlanDraft.clockTime(untilTime.get()))
                        .atZone(desk.zone())
                        .toInstant();
    }

    void revoke(AccessOverride made) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        desk.tasks()
                .run(
                        () -> desk.access().revokeOverride(made.overrideId()),
                        done -> {
                            busy.set(false);
                            said("access.revoked", made.user().name(), made.dayNumber());
                        },
                        this::stop);
    }

    private void said(String key, String name, int number) {
        desk.screen().notices().info(desk.text(key, name, number));
        refresh();
        changed.run();
    }

    private void stop(Exception failure) {
        busy.set(false);
        if (!errors.take(failure)) {
            desk.screen().problem(failure);
        }
    }

    /// What is typed and not done.
    public List<String> unsaved() {
        return reason.get().isBlank() ? List.of() : List.of(desk.text("access.unsaved"));
    }
}
