package training.powerbi.desktop.ui.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import training.powerbi.client.PersonAccount;
import training.powerbi.client.PersonAccount.ErasurePreview;
import training.powerbi.client.PortalClient;
import training.powerbi.desktop.task.TaskExecutor;
import training.powerbi.desktop.ui.kit.Screen;
import training.powerbi.desktop.ui.kit.TimeWords;

/// Erases somebody: what goes is shown first, and their address has to be typed.
final class EraseViewModel {
    private final PortalClient client;
    private final TaskExecutor tasks;
    private final Screen screen;
    private final TimeWords times;
    private final Runnable gone;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final BooleanProperty possible = new SimpleBooleanProperty();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper lines = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper email = new ReadOnlyStringWrapper("");
    private final StringProperty typed = new SimpleStringProperty("");
    private String userId = "";
    private String name = "";

    /// @param gone runs when somebody was erased
    EraseViewModel(PortalClient client, TaskExecutor tasks, Screen screen, TimeWords times, Runnable gone) {
        this.client = client;
        this.tasks = tasks;
        this.screen = screen;
        this.times = times;
        this.gone = gone;
    }

    /// Asks the portal what would go, and shows it.
    void ask(PersonAccount person, String shownName) {
        tasks.run(
                () -> client.erasurePreview(person.userId()),
                preview -> show(person, shownName, preview),
                failure -> screen.problem(failure));
    }

    void show(PersonAccount person, String shownName, ErasurePreview preview) {
        var texts = screen.texts();
        userId = person.userId();
        name = shownName;
        typed.set("");
        email.set(person.email());
        title.set(texts.get("people.erase.title", shownName));
        possible.set(preview.obstacle() == null);
        lines.set(preview.obstacle() == null ? String.join("\n", said(preview)) : preview.obstacle());
        open.set(true);
    }

    private List<String> said(ErasurePreview preview) {
        var texts = screen.texts();
        var said = new ArrayList<String>();
        int sessions = rows(preview, "sessions");
        int days = rows(preview, "user_progress");
        said.add(texts.get("people.erase.goes", sessions, days));
        said.add(texts.get("people.erase.audit", preview.auditEntries()));
        said.add(texts.get("people.erase.history", times.exact(preview.goneAt())));
        var backups = preview.backupFolder();
        said.add(backups == null ? texts.get("people.erase.backups") : texts.get("people.erase.backups.in", backups));
        said.add(texts.get("people.erase.confirm", email.get()));
        return said;
    }

    private static int rows(ErasurePreview preview, String table) {
        return preview.tables().stream()
                .filter(each -> each.table().equals(table))
                .mapToInt(PersonAccount.Rows::rows)
                .sum();
    }

    BooleanProperty open() {
        return open;
    }

    /// Whether the portal would do it.
    BooleanProperty possible() {
        return possible;
    }

    ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    /// What goes and what stays, or why it cannot be done; one a line.
    ReadOnlyStringProperty lines() {
        return lines.getReadOnlyProperty();
    }

    /// The address that has to be typed.
    ReadOnlyStringProperty email() {
        return email.getReadOnlyProperty();
    }

    StringProperty typed() {
        return typed;
    }

    /// Whether the address stands there and nothing is under way.
    BooleanBinding ready() {
        return Bindings.createBooleanBinding(
                () -> possible.get()
                        && !busy.get()
                        && typed.get()
                                .strip()
                                .toLowerCase(Locale.ROOT)
                                .equals(email.get().strip().toLowerCase(Locale.ROOT)),
                possible,
                busy,
                typed,
                email);
    }

    void erase() {
        if (!ready().get()) {
            return;
        }
        busy.set(true);
        tasks.run(
                () -> client.eraseUser(userId, typed.get().strip()),
                erased -> {
                    busy.set(false);
                    screen.notices().info(screen.texts().get("people.erase.done", name, times.exact(erased.goneAt())));
                    close();
                    gone.run();
                },
                failure -> {
                    busy.set(false);
                    screen.problem(failure);
                });
    }

    void close() {
        open.set(false);
        typed.set("");
    }
}
