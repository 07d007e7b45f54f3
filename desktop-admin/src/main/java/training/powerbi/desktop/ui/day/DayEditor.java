package training.powerbi.desktop.ui.day;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ChangeListener;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.CourseDay;
import training.powerbi.client.DayEdit;
import training.powerbi.desktop.state.DayState;
import training.powerbi.desktop.ui.form.FieldErrors;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// A day's title and description being edited. Nothing typed is lost: not when another day is looked at, not when a
/// colleague saves first.
final class DayEditor {
    static final String TITLE = "title";
    static final String DESCRIPTION = "description";

    private final DayDesk desk;
    private final StringProperty title = new SimpleStringProperty("");
    private final StringProperty description = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable CourseDay> theirs = new ReadOnlyObjectWrapper<>();
    private final FieldErrors errors = new FieldErrors(TITLE, DESCRIPTION);
    private final Map<Integer, DayDraft> drafts = new HashMap<>();
    private final ChangeListener<CourseDay> follow = (day, before, now) -> hear(now);
    private @Nullable DayState shown;
    private @Nullable CourseDay base;

    DayEditor(DayDesk desk, ReadOnlyObjectProperty<@Nullable DayState> chosen) {
        this.desk = desk;
        errors.forget(TITLE, title);
        errors.forget(DESCRIPTION, description);
        title.addListener((text, before, now) -> compare());
        description.addListener((text, before, now) -> compare());
        chosen.addListener((day, before, now) -> turnTo(now));
        turnTo(chosen.get());
    }

    StringProperty title() {
        return title;
    }

    StringProperty description() {
        return description;
    }

    /// Whether something typed is not saved.
    ReadOnlyBooleanProperty dirty() {
        return dirty.getReadOnlyProperty();
    }

    BooleanProperty busy() {
        return busy;
    }

    /// The day as a colleague saved it while it was edited here; null when nobody did.
    ReadOnlyObjectProperty<@Nullable CourseDay> theirs() {
        return theirs.getReadOnlyProperty();
    }

    /// The days whose words are typed and not saved, in order.
    List<Integer> unsaved() {
        var days = new TreeSet<>(drafts.keySet());
        if (dirty.get() && base != null) {
            days.add(base.dayNumber());
        }
        return List.copyOf(days);
    }

    FieldErrors errors() {
        return errors;
    }

    void save() {
        var over = base;
        if (over != null && dirty.get() && !busy.get()) {
            submit(over);
        }
    }

    /// Takes back what was typed.
    void revert() {
        if (base != null) {
            load(base);
        }
    }

    /// Saves what was typed here over what the colleague saved, who has been seen.
    void keepMine() {
        var seen = theirs.get();
        if (seen != null && !busy.get()) {
            base = seen;
            theirs.set(null);
            compare();
            if (dirty.get()) {
                submit(seen);
            }
        }
    }

    /// Gives up what was typed here for what the colleague saved.
    void takeTheirs() {
        var seen = theirs.get();
        if (seen != null) {
            load(seen);
        }
    }

    private void turnTo(@Nullable DayState day) {
        if (shown != null) {
            shown.dayProperty().removeListener(follow);
            if (dirty.get() && base != null) {
                drafts.put(base.dayNumber(), new DayDraft(title.get(), description.get(), base));
            }
        }
        shown = day;
        if (day == null) {
            base = null;
            return;
        }
        day.dayProperty().addListener(follow);
        var draft = drafts.remove(day.number());
        load(draft == null ? day.day() : draft.base());
        if (draft != null) {
            title.set(draft.title());
            description.set(draft.description());
            hear(day.day());
        }
    }

    private void hear(CourseDay now) {
        var before = base;
        if (busy.get()) {
            return;
        }
        if (before == null || !dirty.get()) {
            load(now);
        } else if (DayDraft.sameWords(before, now)) {
            // Something else of the day changed, such as its lock: nobody's words are overwritten.
            base = now;
        } else if (now.contentEditVersion() != before.contentEditVersion()) {
            theirs.set(now);
        }
    }

    private void load(CourseDay day) {
        base = day;
        theirs.set(null);
        errors.clear();
        title.set(day.title());
        description.set(day.description());
        compare();
    }

    private void compare() {
        var day = base;
        dirty.set(day != null
                && !(title.get().equals(day.title()) && description.get().equals(day.description())));
    }

    private void submit(CourseDay over) {
        errors.clear();
        if (title.get().isBlank()) {
            errors.of(TITLE).set(desk.text("recording.day.title-missing"));
            return;
        }
        busy.set(true);
        var edit = new DayEdit(title.get().strip(), description.get().strip(), over.contentEditVersion());
        desk.tasks()
                .run(
                        () -> desk.client().updateDay(over.dayNumber(), edit),
                        this::saved,
                        failure -> refused(over, failure));
    }

    private void saved(CourseDay answer) {
        busy.set(false);
        drafts.remove(answer.dayNumber());
        desk.hear(answer);
        if (shows(answer.dayNumber())) {
            load(answer);
        }
        desk.screen().notices().info(desk.text("recording.day.saved", answer.dayNumber()));
    }

    private void refused(CourseDay over, Exception failure) {
        if (failure instanceof PortalException refused && refused.code() == ErrorCode.CONFLICTING_UPDATE) {
            var cohortId = desk.cohortId();
            desk.tasks()
                    .run(
                            () -> desk.client().course(cohortId),
                            course -> {
                                desk.state().hear(course);
                                course.days().stream()
                                        .filter(day -> day.dayNumber() == over.dayNumber())
                                        .findFirst()
                                        .ifPresent(now -> overtaken(over, now));
                            },
                            this::stop);
        } else {
            stop(failure);
        }
    }

    private void overtaken(CourseDay over, CourseDay now) {
        busy.set(false);
        if (!shows(over.dayNumber())) {
            desk.screen().notices().problem(desk.text("recording.day.overtaken", over.dayNumber()));
        } else if (DayDraft.sameWords(over, now) && now.contentEditVersion() != over.contentEditVersion()) {
            base = now;
            submit(now);
        } else {
            theirs.set(now);
        }
    }

    private void stop(Exception failure) {
        busy.set(false);
        if (!errors.take(failure)) {
            desk.screen().problem(failure);
        }
    }

    private boolean shows(int dayNumber) {
        return shown != null && shown.number() == dayNumber;
    }
}
