package training.powerbi.desktop.ui.activity;

import java.time.Duration;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.Course;
import training.powerbi.client.Course.Cohort;
import training.powerbi.client.PortalClient;
import training.powerbi.desktop.state.PortalState;
import training.powerbi.desktop.task.TaskExecutor;
import training.powerbi.desktop.ui.desk.CourseDesk;
import training.powerbi.desktop.ui.dialog.Dialogs;
import training.powerbi.desktop.ui.kit.Screen;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Makes an invitation, whose code is shown this once.
final class InviteViewModel {
    private final PortalState state;
    private final ObjectProperty<@Nullable Cohort> cohort = new SimpleObjectProperty<>();
    private final PortalClient client;
    private final TaskExecutor tasks;
    private final Screen screen;
    private final Dialogs dialogs;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final IntegerProperty uses = new SimpleIntegerProperty(1);
    private final ObjectProperty<Validity> validity = new SimpleObjectProperty<>(Validity.MONTH);
    private final ReadOnlyStringWrapper code = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");

    /// How long a code holds.
    enum Validity {
        WEEK(7),
        MONTH(30),
        QUARTER(90),
        FOREVER(0);

        private final int days;

        Validity(int days) {
            this.days = days;
        }
    }

    InviteViewModel(CourseDesk desk) {
        this.state = desk.state();
        this.client = desk.client();
        this.tasks = desk.tasks();
        this.screen = desk.screen();
        this.dialogs = desk.dialogs();
        open.addListener((property, before, now) -> cohort.set(state.cohort().orElse(null)));
    }

    /// The runs that one may be invited to.
    ObservableList<Cohort> cohorts() {
        return state.cohorts();
    }

    /// Whether there is more than one.
    ReadOnlyBooleanProperty several() {
        return state.several();
    }

    /// To which one it invites: the one that is shown, unless another is chosen.
    ObjectProperty<@Nullable Cohort> cohort() {
        return cohort;
    }

    BooleanProperty open() {
        return open;
    }

    BooleanProperty busy() {
        return busy;
    }

    IntegerProperty uses() {
        return uses;
    }

    ObjectProperty<Validity> validity() {
        return validity;
    }

    /// Empty until one was made.
    ReadOnlyStringProperty code() {
        return code.getReadOnlyProperty();
    }

    ReadOnlyStringProperty error() {
        return error.getReadOnlyProperty();
    }

    void create() {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        error.set("");
        var days = validity.get().days;
        var expiry = days == 0 ? null : screen.clock().instant().plus(Duration.ofDays(days));
        var most = uses.get();
        var into = cohort.get();
        var cohortId = into == null || into.cohortId().equals(Course.MAIN) ? null : into.cohortId();
        tasks.run(
                () -> client.createInvite(most, expiry, cohortId),
                made -> {
                    busy.set(false);
                    code.set(made);
                },
                failure -> {
                    busy.set(false);
                    if (failure instanceof PortalException refused && refused.code() == ErrorCode.BAD_USER_INPUT) {
                        error.set(refused.sentence());
                    } else {
                        screen.problem(failure);
                    }
                });
    }

    void copy() {
        dialogs.copy(code.get());
        screen.notices().info(screen.texts().get("people.invite.copied"));
    }

    /// Closes the form and forgets the code.
    void close() {
        open.set(false);
        code.set("");
        error.set("");
    }
}
