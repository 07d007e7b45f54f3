package training.powerbi.desktop.ui.cohort;

import java.util.List;
import java.util.concurrent.Callable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.Course;
import training.powerbi.client.Course.Cohort;
import training.powerbi.desktop.task.TaskExecutor;
import training.powerbi.desktop.ui.desk.CourseDesk;
import training.powerbi.desktop.ui.kit.Phase;
import training.powerbi.desktop.ui.kit.Texts;

/// The runs of the course: a list, and what is done to one of them.
public final class CohortsViewModel {
    private final CourseDesk desk;
    private final Runnable back;
    private final ObservableList<Cohort> cohorts = FXCollections.observableArrayList();
    private final ObservableList<Cohort> cohortsView = FXCollections.unmodifiableObservableList(cohorts);
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.LOADING);
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private final ObjectProperty<@Nullable Cohort> chosen = new SimpleObjectProperty<>();
    private final CohortDraft draft = new CohortDraft();
    private final BooleanProperty editing = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final CopyViewModel copy;
    private @Nullable Cohort edited;
    private TaskExecutor.Cancellation reading = () -> {};

    /// @param back leaves the page
    public CohortsViewModel(CourseDesk desk, Runnable back) {
        this.desk = desk;
        this.back = back;
        this.copy = new CopyViewModel(desk, this::refresh);
    }

    void refresh() {
        reading.cancel();
        if (cohorts.isEmpty()) {
            phase.set(Phase.LOADING);
        }
        reading = desk.tasks()
                .run(
                        desk.cohorts()::cohorts,
                        all -> {
                            cohorts.setAll(all);
                            phase.set(Phase.READY);
                        },
                        cause -> {
                            failure.set(desk.screen().errors().explain(cause));
                            phase.set(cohorts.isEmpty() ? Phase.FAILED : Phase.READY);
                        });
        // The switch in the window's head has them from the course.
        desk.refresh();
    }

    ObservableList<Cohort> cohorts() {
        return cohortsView;
    }

    ReadOnlyObjectProperty<Phase> phase() {
        return phase.getReadOnlyProperty();
    }

    ReadOnlyStringProperty failure() {
        return failure.getReadOnlyProperty();
    }

    /// What is marked in the list; null when nothing is.
    ObjectProperty<@Nullable Cohort> chosen() {
        return chosen;
    }

    /// Whether that may be changed.
    boolean isOpen(@Nullable Cohort cohort) {
        return cohort != null && !cohort.isArchived();
    }

    /// Whether that may be archived: the run that every course has stays.
    boolean mayArchive(@Nullable Cohort cohort) {
        return isOpen(cohort) && !Course.MAIN.equals(cohort == null ? "" : cohort.cohortId());
    }

    CohortDraft draft() {
        return draft;
    }

    BooleanProperty editing() {
        return editing;
    }

    BooleanProperty busy() {
        return busy;
    }

    CopyViewModel copy() {
        return copy;
    }

    String title() {
        var one = edited;
        return one == null ? desk.text("cohort.new.title") : desk.text("cohort.edit.title", one.name());
    }

    /// Begins a run without dates.
    void beginNew() {
        begin(null);
    }

    void beginEdit() {
        begin(chosen.get());
    }

    private void begin(@Nullable Cohort cohort) {
        editing.set(false);
        copy.close();
        edited = cohort;
        draft.load(cohort);
        editing.set(true);
    }

    void beginCopy() {
        var like = chosen.get();
        editing.set(false);
        if (like != null) {
            copy.begin(like);
        }
    }

    void save() {
        var words = draft.words();
        var one = edited;
        if (words.name().isEmpty()) {
            draft.errors().of(CohortDraft.NAME).set(desk.text("cohort.name.missing"));
            return;
        }
        call(
                () -> one == null
                        ? desk.cohorts().createCohort(words)
                        : desk.cohorts().updateCohort(one.cohortId(), words),
                one == null ? "cohort.made" : "cohort.saved");
    }

    void close() {
        editing.set(false);
    }

    /// Archives what is marked, which is asked first.
    void archive() {
        var one = chosen.get();
        if (one != null
                && desk.dialogs()
                        .confirm(
                                desk.text("cohort.archive.title", one.name()),
                                List.of(desk.text("cohort.archive.line", one.students())),
                                desk.text("cohort.archive.action"))) {
            call(() -> desk.cohorts().archiveCohort(one.cohortId()), "cohort.archived.done");
        }
    }

    private void call(Callable<Cohort> work, String done) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        draft.errors().clear();
        desk.tasks()
                .run(
                        work,
                        answer -> {
                            busy.set(false);
                            editing.set(false);
                            desk.screen().notices().info(desk.text(done, answer.name()));
                            refresh();
                        },
                        cause -> {
                            busy.set(false);
                            if (!draft.errors().take(cause)) {
                                desk.screen().problem(cause);
                            }
                        });
    }

    void back() {
        back.run();
    }

    Texts texts() {
        return desk.screen().texts();
    }
}
