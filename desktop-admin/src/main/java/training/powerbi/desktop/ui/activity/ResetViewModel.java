package training.powerbi.desktop.ui.activity;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import training.powerbi.client.PasswordReset;
import training.powerbi.client.PersonAccount;
import training.powerbi.client.site.SiteAddress;
import training.powerbi.desktop.ui.dialog.Dialogs;
import training.powerbi.desktop.ui.kit.Screen;
import training.powerbi.desktop.ui.kit.TimeWords;

/// The link with which somebody chooses a new password, shown this once.
final class ResetViewModel {
    private final Screen screen;
    private final Dialogs dialogs;
    private final TimeWords times;
    private final SiteAddress site;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper link = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");

    ResetViewModel(Screen screen, Dialogs dialogs, TimeWords times, SiteAddress site) {
        this.screen = screen;
        this.dialogs = dialogs;
        this.times = times;
        this.site = site;
    }

    BooleanProperty open() {
        return open;
    }

    ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    ReadOnlyStringProperty link() {
        return link.getReadOnlyProperty();
    }

    /// Until when it works.
    ReadOnlyStringProperty note() {
        return note.getReadOnlyProperty();
    }

    void show(PersonAccount person, String name, PasswordReset reset) {
        title.set(screen.texts().get("people.reset.title", name));
        link.set(site.passwordReset(person.email(), reset.code()));
        note.set(screen.texts().get("people.reset.once", times.exact(reset.expiresAt())));
        open.set(true);
    }

    void copy() {
        dialogs.copy(link.get());
        screen.notices().info(screen.texts().get("people.reset.copied"));
    }

    /// Closes the form and forgets the link.
    void close() {
        open.set(false);
        link.set("");
    }
}
