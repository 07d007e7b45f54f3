package training.powerbi.desktop.ui.activity;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import training.powerbi.client.Course.Cohort;
import training.powerbi.client.PersonAccount;
import training.powerbi.client.PortalClient;
import training.powerbi.client.site.SiteAddress;
import training.powerbi.desktop.task.TaskExecutor;
import training.powerbi.desktop.ui.desk.CourseDesk;
import training.powerbi.desktop.ui.dialog.Dialogs;
import training.powerbi.desktop.ui.kit.Screen;
import training.powerbi.desktop.ui.kit.TimeWords;
import training.powerbi.model.Role;

/// Everyone with an account: who they are, what they may do, and invitations for more.
public final class PeopleViewModel {
    private static final Duration TYPING = Duration.ofMillis(250);

    private final CourseDesk desk;
    private final PortalClient client;
    private final TaskExecutor tasks;
    private final Screen screen;
    private final Dialogs dialogs;
    private final TimeWords times;
    private final Consumer<PersonAccount> opened;
    private final BooleanProperty everyone = new SimpleBooleanProperty();
    private final String ownUserId;
    private final PagedList<PersonAccount> people;
    private final InviteViewModel invite;
    private final ResetViewModel reset;
    private final EraseViewModel erase;
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObservableSet<String> pending = FXCollections.observableSet();
    private TaskExecutor.Cancellation typing = () -> {};

    /// @param ownUserId the trainer's at this program, who cannot lock herself out
    /// @param site where a link for a forgotten password leads
    /// @param opened shows a student's page
    public PeopleViewModel(CourseDesk desk, String ownUserId, SiteAddress site, Consumer<PersonAccount> opened) {
        this.desk = desk;
        this.client = desk.client();
        this.tasks = desk.tasks();
        this.screen = desk.screen();
        this.dialogs = desk.dialogs();
        this.times = desk.times();
        this.opened = opened;
        this.ownUserId = ownUserId;
        this.people = new PagedList<>(tasks, screen);
        this.invite = new InviteViewModel(desk);
        this.reset = new ResetViewModel(screen, dialogs, times, site);
        this.erase = new EraseViewModel(client, tasks, screen, times, this::refresh);
        filter.addListener((text, before, now) -> {
            typing.cancel();
            typing = tasks.later(TYPING, this::refresh);
        });
        everyone.addListener(change -> refresh());
        desk.state().cohortId().addListener(change -> refresh());
        desk.state().several().addListener(change -> refresh());
    }

    public void refresh() {
        var part = filter.get().strip();
        var cohort = everyone.get() ? null : desk.state().narrowedTo();
        people.load(after -> client.users(part, after, cohort));
    }

    /// Whether people of all cohorts, and trainers, are listed; else the students of the one that is shown.
    BooleanProperty everyone() {
        return everyone;
    }

    /// Whether there is more than one run of the course.
    ReadOnlyBooleanProperty several() {
        return desk.state().several();
    }

    ObservableList<Cohort> cohorts() {
        return desk.state().cohorts();
    }

    /// In which run somebody is; empty for trainers.
    String cohort(PersonAccount person) {
        return person.role() == Role.ADMIN
                ? ""
                : desk.state()
                        .cohort(person.cohortId())
                        .map(Cohort::name)
                        .orElseGet(() -> desk.text("people.cohort.archived"));
    }

    void open(PersonAccount person) {
        if (person.role() == Role.STUDENT) {
            opened.accept(person);
        }
    }

    /// Moves those that are students and not there already; their progress goes with them.
    void move(List<PersonAccount> chosen, Cohort to) {
        var ids = chosen.stream()
                .filter(person ->
                        person.role() == Role.STUDENT && !cohort(person).equals(to.name()))
                .map(PersonAccount::userId)
                .toList();
        if (ids.isEmpty()) {
            screen.notices().info(desk.text("people.move.nobody"));
            return;
        }
        tasks.run(
                () -> desk.cohorts().moveStudents(ids, to.cohortId()),
                moved -> {
                    screen.notices().info(desk.text("people.moved", moved.size(), to.name()));
                    refresh();
                    desk.refresh();
                },
                screen::problem);
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
