package training.powerbi.desktop.ui.session;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ChangeListener;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.CourseDay;
import training.powerbi.desktop.state.DayState;
import training.powerbi.desktop.ui.desk.CourseDesk;
import training.powerbi.desktop.ui.form.FieldErrors;
import training.powerbi.desktop.ui.plan.PlanDraft;

/// When the clock opens the chosen day, where its session takes place and how long it takes; each cohort has its own.
public final class SessionEditor {
    static final String OPENS = "opensAt";
    static final String ADDRESS = "joinUrl";
    static final String MINUTES = "sessionMinutes";
    private static final String USUAL_TIME = "18:00";

    private final CourseDesk desk;
    private final ObjectProperty<@Nullable LocalDate> date = new SimpleObjectProperty<>();
    private final StringProperty time = new SimpleStringProperty(USUAL_TIME);
    private final StringProperty address = new SimpleStringProperty("");
    private final StringProperty minutes = new SimpleStringProperty("");
    private final FieldErrors errors = new FieldErrors(OPENS, ADDRESS, MINUTES);
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable CourseDay> day = new SimpleObjectProperty<>();
    private final ReadOnlyStringWrapper clock = new ReadOnlyStringWrapper("");
    private final ChangeListener<CourseDay> follow = (property, before, now) -> hear(now);

    /// @param chosen the day that is looked at; null when none is
    public SessionEditor(CourseDesk desk, ReadOnlyObjectProperty<@Nullable DayState> chosen) {
        this.desk = desk;
        errors.forget(OPENS, date);
        errors.forget(OPENS, time);
        errors.forget(ADDRESS, address);
        errors.forget(MINUTES, minutes);
        chosen.addListener((property, before, now) -> {
            if (before != null) {
                before.dayProperty().removeListener(follow);
            }
            turnTo(now);
        });
        turnTo(chosen.get());
    }

    private void turnTo(@Nullable DayState now) {
        day.set(null);
        if (now != null) {
            now.dayProperty().addListener(follow);
            hear(now.day());
        }
    }

    /// What is typed and not saved stays, whatever else of the day changes.
    private void hear(CourseDay now) {
        var before = day.get();
        if (before == null || !isAddressTyped(before)) {
            address.set(now.joinUrl() == null ? "" : now.joinUrl());
        }
        if (before == null || minutes.get().equals(Integer.toString(before.sessionMinutes()))) {
            minutes.set(Integer.toString(now.sessionMinutes()));
        }
        if (before == null || !now.cohortId().equals(before.cohortId()) || opensElsewhen(before, now)) {
            load(now.opensAt() == null ? now.scheduledAt() : now.opensAt());
        }
        day.set(now);
        clock.set(words(now));
    }

    private static boolean opensElsewhen(CourseDay before, CourseDay now) {
        return now.opensAt() != null && !now.opensAt().equals(before.opensAt());
    }

    private void load(@Nullable Instant at) {
        date.set(at == null ? null : at.atZone(desk.zone()).toLocalDate());
        time.set(
                at == null
                        ? USUAL_TIME
                        : at.atZone(desk.zone())
                                .toLocalTime()
                                .withSecond(0)
                                .withNano(0)
                                .toString());
        errors.clear();
    }

    private String words(CourseDay now) {
        if (now.isUnlocked()) {
            return desk.text("session.clock.open");
        }
        var at = now.opensAt();
        return at == null
                ? desk.text("session.clock.none")
                : desk.text("session.clock.set", desk.times().withWeekday(at));
    }

    private boolean isAddressTyped(CourseDay against) {
        return !address.get().strip().equals(against.joinUrl() == null ? "" : against.joinUrl());
    }

    /// Whether where or how long is typed and not saved.
    public boolean isTyped() {
        var known = day.get();
        return known != null
                && (isAddressTyped(known) || !minutes.get().strip().equals(Integer.toString(known.sessionMinutes())));
    }

    /// The day as last heard of; null when none is chosen.
    ReadOnlyObjectProperty<@Nullable CourseDay> day() {
        return day;
    }

    ObjectProperty<@Nullable LocalDate> date() {
        return date;
    }

    StringProperty time() {
        return time;
    }

    StringProperty address() {
        return address;
    }

    StringProperty minutes() {
        return minutes;
    }

    FieldErrors errors() {
        return errors;
    }

    BooleanProperty busy() {
        return busy;
    }

    /// Whether and when the clock opens the day, in a sentence.
    ReadOnlyStringProperty clock() {
        return clock.getReadOnlyProperty();
    }

    /// On which clock, such as `Europe/Prague`.
    String zone() {
        return desk.zone().getId();
    }

    void setClock() {
        var on = day.get();
        var at = opensAt();
        if (on != null && at != null) {
            call(
                    () -> desk.access().openDayAt(on.dayNumber(), on.cohortId(), at),
                    desk.text("session.clock.done", on.dayNumber(), desk.times().withWeekday(at)));
        }
    }

    private @Nullable Instant opensAt() {
        var chosen = date.get();
        if (chosen == null) {
            errors.of(OPENS).set(desk.text("session.clock.no-date"));
            return null;
        }
        try {
            return chosen.atTime(PlanDraft.clockTime(time.get()))
                    .atZone(desk.zone())
                    .toInstant();
        } catch (DateTimeParseException e) {
            errors.of(OPENS).set(desk.text("schedule.bad-time"));
            return null;
        }
    }

    void takeClockAway() {
        var on = day.get();
        if (on != null) {
            call(
                    () -> desk.access().openDayAt(on.dayNumber(), on.cohortId(), null),
                    desk.text("session.clock.gone", on.dayNumber()));
        }
    }

    void save() {
        var on = day.get();
        if (on == null) {
            return;
        }
        var where = address.get().strip();
        var typed = minutes.get().strip();
        if (!typed.isEmpty() && !typed.matches("\\d{1,4}")) {
            errors.of(MINUTES).set(desk.text("session.minutes.wrong"));
            return;
        }
        var length = typed.isEmpty() ? null : Integer.valueOf(typed);
        call(
                () -> desk.access().setSession(on.dayNumber(), on.cohortId(), where.isEmpty() ? null : where, length),
                desk.text("session.saved", on.dayNumber()));
    }

    private void call(Callable<CourseDay> work, String done) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        errors.clear();
        desk.tasks()
                .run(
                        work,
                        answer -> {
                            busy.set(false);
                            desk.state().hear(answer);
                            desk.screen().notices().info(done);
                        },
                        failure -> {
                            busy.set(false);
                            if (!errors.take(failure)) {
                                desk.screen().problem(failure);
                            }
                        });
    }
}
