package training.powerbi.desktop.ui.activity;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import training.powerbi.client.PersonAccount;
import training.powerbi.client.PortalClient;
import training.powerbi.client.site.SiteAddress;
import training.powerbi.desktop.task.TaskExecutor;
import training.powerbi.desktop.ui.dialog.Dialogs;
import training.powerbi.desktop.ui.kit.Screen;
import training.powerbi.desktop.ui.kit.TimeWords;
import training.powerbi.model.Role;

/// Everyone with an account: who they are, what they may do, and invitations for more.
public final class PeopleViewModel {
    private static final Duration TYPING = Duration.ofMillis(250);

    private final PortalClient client;
    private final TaskExecutor tasks;
    private final Screen screen;
    private final Dialogs dialogs;
    private final TimeWords times;
    private final String ownUserId;
    private final PagedList<PersonAccount> people;
    private final InviteViewModel invite;
    private final ResetViewModel reset;
    private final EraseViewModel erase;
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObservableSet<String> pending = FXCollections.observableSet();
    private TaskExecutor.Cancellation typing = () -> {};

    /// @param zone the course's own
    /// @param ownUserId the trainer's at this program, who cannot lock herself out
    /// @param site where a link for a forgotten password leads
    public PeopleViewModel(
            PortalClient client,
            TaskExecutor tasks,
            Screen screen,
            Dialogs dialogs,
            ZoneId zone,
            String ownUserId,
            SiteAddress site) {
        this.client = client;
        this.tasks = tasks;
        this.screen = screen;
        this.dialogs = dialogs;
        this.times = new TimeWords(screen, zone);
        this.ownUserId = ownUserId;
        this.people = new PagedList<>(tasks, screen);
        this.invite = new InviteViewModel(client, tasks, screen, dialogs);
        this.reset = new ResetViewModel(screen, dialogs, times, site);
        this.erase = new EraseViewModel(client, tasks, screen, times, this::refresh);
        filter.addListener((text, before, now) -> {
            typing.cancel();
            typing = tasks.later(TYPING, this::refresh);
        });
    }

    public void refresh() {
        var part = filter.get().strip();
        people.load(after -> client.users(part, after));
    }

    PagedList<PersonAccount> people() {
        return people;
    }

    InviteViewModel invite() {
        return invite;
    }

    ResetViewModel reset() {
        return reset;
    }

    EraseViewModel erase() {
        return erase;
    }

    /// Part of a name or e-mail.
    StringProperty filter() {
        return filter;
    }

    /// The ids of those about whom the portal has yet to answer.
    ObservableSet<String> pending() {
        return pending;
    }

    boolean isSelf(PersonAccount person) {
        return person.userId().equals(ownUserId);
    }

    String name(PersonAccount person) {
        var name = person.displayName();
        return name == null || name.isBlank() ? person.email() : name;
    }

    TimeWords times() {
        return times;
    }

    Screen screen() {
        return screen;
    }

    /// Makes a student a trainer or the reverse, which is asked first.
    void setRole(PersonAccount person, Role role) {
        var kind = role == Role.ADMIN ? "trainer" : "student";
        if (person.role() != role
                && dialogs.confirm(
                        screen.texts().get("people.role." + kind + ".title", name(person)),
                        List.of(screen.texts().get("people.role." + kind + ".line", name(person))),
                        screen.texts().get("people.role." + kind + ".action"))) {
            change(
                    person,
                    () -> client.setUserRole(person.userId(), role),
                    () -> screen.notices().info(screen.texts().get("people.role." + kind + ".done", name(person))));
        }
    }

    /// Lets somebody in or keeps them out; can be undone for ten seconds.
    void setActive(PersonAccount person, boolean active) {
        change(
                person,
                () -> client.setUserActive(person.userId(), active),
                () -> screen.notices()
                        .undo(
                                "access " + person.userId(),
                                screen.texts().get(active ? "people.enabled" : "people.disabled", name(person)),
                                screen.texts().get("people.undo"),
                                () -> change(person, () -> client.setUserActive(person.userId(), !active), () -> {})));
    }

    /// Makes a link for somebody who forgot the password, which is asked first: it replaces an earlier one.
    void resetPassword(PersonAccount person) {
        var texts = screen.texts();
        if (!dialogs.confirm(
                        texts.get("people.reset.ask", name(person)),
                        List.of(texts.get("people.reset.line", name(person)), texts.get("people.reset.line.sessions")),
                        texts.get("people.reset.action"))
                || !pending.add(person.userId())) {
            return;
        }
        tasks.run(
                () -> client.createPasswordReset(person.userId()),
                made -> {
                    pending.remove(person.userId());
                    reset.show(person, name(person), made);
                },
                failure -> {
                    pending.remove(person.userId());
                    screen.problem(failure);
                });
    }

    private void change(PersonAccount person, Callable<PersonAccount> call, Runnable done) {
        if (!pending.add(person.userId())) {
            return;
        }
        tasks.run(
                call,
                answer -> {
                    pending.remove(person.userId());
                    people.replace(each -> each.userId().equals(answer.userId()) ? answer : each);
                    done.run();
                },
                failure -> {
                    pending.remove(person.userId());
                    screen.problem(failure);
                });
    }
}
