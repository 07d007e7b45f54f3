package training.powerbi.desktop.ui.cohort;

import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.Course.Cohort;
import training.powerbi.client.PlannedDay;
import training.powerbi.client.access.CohortCopy;
import training.powerbi.desktop.ui.desk.CourseDesk;
import training.powerbi.desktop.ui.kit.Texts;
import training.powerbi.desktop.ui.plan.PlanDraft;

/// Another run like this one on other dates: first the dates, then, when they please, the run.
final class CopyViewModel {
    private final CourseDesk desk;
    private final Runnable changed;
    private final ObjectProperty<@Nullable Cohort> from = new SimpleObjectProperty<>();
    private final StringProperty name = new SimpleStringProperty("");
    private final PlanDraft draft;
    private final ObservableList<PlannedDay> plan = FXCollections.observableArrayList();
    private final ObservableList<PlannedDay> planView = FXCollections.unmodifiableObservableList(plan);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final BooleanProperty open = new SimpleBooleanProperty();

    /// @param changed told when a run was made
    CopyViewModel(CourseDesk desk, Runnable changed) {
        this.desk = desk;
        this.changed = changed;
        this.draft = new PlanDraft(desk.screen(), plan::clear);
        name.addListener(change -> {
            plan.clear();
            draft.say("");
        });
    }

    void begin(Cohort like) {
        from.set(like);
        name.set("");
        draft.start().set(null);
        plan.clear();
        draft.say("");
        open.set(true);
    }

    void close() {
        open.set(false);
    }

    BooleanProperty open() {
        return open;
    }

    ObservableValue<String> title() {
        return from.map(like -> like == null ? "" : desk.text("cohort.copy.title", like.name()))
                .orElse("");
    }

    StringProperty name() {
        return name;
    }

    PlanDraft draft() {
        return draft;
    }

    /// The dates it would have; empty until they were asked for.
    ObservableList<PlannedDay> plan() {
        return planView;
    }

    ReadOnlyStringProperty problem() {
        return draft.problem();
    }

    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    String when(Instant at) {
        return desk.times().withWeekday(at);
    }

    private Optional<CohortCopy> read() {
        var like = from.get();
        var called = name.get().strip();
        if (like == null) {
            return Optional.empty();
        }
        if (called.isEmpty()) {
            draft.say(desk.text("cohort.name.missing"));
            return Optional.empty();
        }
        return draft.read(null).map(asked -> new CohortCopy(like.cohortId(), called, asked));
    }

    /// Asks for the dates and makes nothing.
    void preview() {
        read().ifPresent(copy -> {
            busy.set(true);
            desk.tasks()
                    .run(
                            () -> desk.cohorts().planCopy(copy),
                            planned -> {
                                busy.set(false);
                                draft.say("");
                                plan.setAll(planned);
                            },
                            this::stop);
        });
    }

    /// Makes the run whose dates were looked at.
    void make() {
        if (plan.isEmpty() || busy.get()) {
            return;
        }
        read().ifPresent(copy -> {
            busy.set(true);
            desk.tasks()
                    .run(
                            () -> desk.cohorts().copyCohort(copy),
                            made -> {
                                busy.set(false);
                                open.set(false);
                                desk.screen().notices().info(desk.text("cohort.copied", made.name()));
                                changed.run();
                            },
                            this::stop);
        });
    }

    private void stop(Exception failure) {
        busy.set(false);
        draft.say(desk.screen().errors().explain(failure));
    }

    Texts texts() {
        return desk.screen().texts();
    }
}
