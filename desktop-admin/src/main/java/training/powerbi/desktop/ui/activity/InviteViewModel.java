package training.powerbi.desktop.ui.activity;

import java.time.Duration;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import training.powerbi.client.PortalClient;
import training.powerbi.desktop.task.TaskExecutor;
import training.powerbi.desktop.ui.dialog.Dialogs;
import training.powerbi.desktop.ui.kit.Screen;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Makes an invitation, whose code is shown this once.
final class InviteViewModel {
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

    InviteViewModel(PortalClient client, TaskExecutor tasks, Screen screen, Dialogs dialogs) {
        this.client = client;
        this.tasks = tasks;
        this.screen = screen;
        this.dialogs = dialogs;
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
        tasks.run(
                () -> client.createInvite(most, expiry),
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
