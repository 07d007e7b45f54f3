package training.powerbi.desktop.ui.shell;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import training.powerbi.client.ConnectionState;
import training.powerbi.client.Course.Cohort;
import training.powerbi.client.PortalConfig;
import training.powerbi.client.signin.Session;
import training.powerbi.desktop.settings.Look;
import training.powerbi.desktop.state.Freshness;
import training.powerbi.desktop.state.PortalState;
import training.powerbi.desktop.ui.dialog.Dialogs;
import training.powerbi.desktop.ui.kit.Notices;
import training.powerbi.desktop.ui.kit.Screen;
import training.powerbi.desktop.ui.kit.TimeWords;

/// The window around the screens: where one is, who one is, and whether what is shown is true.
public final class ShellViewModel {
    /// The screens the window can show.
    public enum Page {
        COURSE,
        DASHBOARD,
        PEOPLE,
        AUDIT,
        REPORTS,
        COHORTS,
        STUDENT,
        COURSE_AS
    }

    /// Where the connection stands, for colour and words.
    enum Light {
        GOOD,
        WAITING,
        BAD
    }

    private final String courseTitle;
    private final Session session;
    private final PortalState state;
    private final Screen screen;
    private final Dialogs dialogs;
    private final Supplier<String> diagnostics;
    private final Actions actions;
    private final TimeWords times;
    private final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.COURSE);
    private final Deque<Page> before = new ArrayDeque<>();

    /// What reaches beyond the window.
    public interface Actions {
        void reconnect();

        void readAgain();

        /// Turns to another run of the course.
        void show(String cohortId);

        void signOut();

        /// In which colours the person wants the program.
        ObjectProperty<Look> look();

        /// What was typed and not saved, one line each.
        List<String> unsaved();
    }

    /// @param diagnostics a text that helps whoever is asked for help
    public ShellViewModel(
            PortalConfig config,
            Session session,
            PortalState state,
            Screen screen,
            Dialogs dialogs,
            Supplier<String> diagnostics,
            Actions actions) {
        this.courseTitle = config.courseTitle();
        this.session = session;
        this.state = state;
        this.screen = screen;
        this.dialogs = dialogs;
        this.diagnostics = diagnostics;
        this.actions = actions;
        this.times = new TimeWords(screen, config::timeZone);
    }

    String courseTitle() {
        return courseTitle;
    }

    String userName() {
        var user = session.user();
        return Objects.requireNonNullElse(user.displayName(), user.email());
    }

    /// Whether the tokens lie in a file, which the person shall know.
    boolean keptInFile() {
        return session.keptInFile();
    }

    public ObjectProperty<Page> pageProperty() {
        return page;
    }

    /// Opens a page that has a way back.
    public void open(Page opened) {
        if (page.get() != opened) {
            before.push(page.get());
            page.set(opened);
        }
    }

    /// Goes to one of the pages that are always there.
    void turnTo(Page chosen) {
        before.clear();
        page.set(chosen);
    }

    /// Whether there is a way back.
    boolean mayGoBack() {
        return !before.isEmpty();
    }

    /// To where this page was opened from.
    public void back() {
        page.set(before.isEmpty() ? Page.COURSE : before.pop());
    }

    /// The runs of the course to choose from.
    ObservableList<Cohort> cohorts() {
        return state.cohorts();
    }

    ReadOnlyStringProperty cohortId() {
        return state.cohortId();
    }

    /// Whether there is something to choose from.
    ReadOnlyBooleanProperty several() {
        return state.several();
    }

    void show(Cohort cohort) {
        if (!cohort.cohortId().equals(state.cohortId().get())) {
            actions.show(cohort.cohortId());
        }
    }

    Notices notices() {
        return screen.notices();
    }

    ObservableValue<Light> light() {
        return state.connection()
                .flatMap(connection -> state.freshness().map(fresh -> switch (connection) {
                    case ConnectionState.Live live -> fresh == Freshness.FRESH ? Light.GOOD : Light.WAITING;
                    case ConnectionState.Idle idle -> Light.WAITING;
                    case ConnectionState.Connecting connecting -> Light.WAITING;
                    case ConnectionState.Waiting waiting -> Light.BAD;
                    case ConnectionState.Refused refused -> Light.BAD;
                }));
    }

    ObservableValue<String> connectionText() {
        return state.connection()
                .flatMap(connection -> state.freshness().map(fresh -> switch (connection) {
                    case ConnectionState.Live live ->
                        screen.texts().get(fresh == Freshness.FRESH ? "connection.live" : "connection.reading");
                    case ConnectionState.Idle idle -> screen.texts().get("connection.idle");
                    case ConnectionState.Connecting connecting -> screen.texts().get("connection.connecting");
                    case ConnectionState.Waiting(Duration retryIn) ->
                        screen.texts().get("connection.waiting", Math.max(1, retryIn.toSeconds()));
                    case ConnectionState.Refused refused -> screen.texts().get("connection.refused");
                }));
    }

    /// What is to be known while the portal's store is away; empty while it is there.
    ObservableValue<String> staleText() {
        return state.staleSince()
                .map(since -> since.map(at -> screen.texts().get("shell.stale", times.exact(at)))
                        .orElse(""));
    }

    /// Tries again at once, or leads to the sign-in when only that helps.
    void reconnect() {
        if (state.connection().get() instanceof ConnectionState.Refused) {
            signOut();
            return;
        }
        actions.reconnect();
    }

    void readAgain() {
        actions.readAgain();
    }

    void signOut() {
        if (gaveUp("shell.unsaved.sign-out")) {
            actions.signOut();
        }
    }

    /// Whether the window may close: nothing typed is unsaved, or the person gives it up.
    public boolean mayClose() {
        return gaveUp("shell.unsaved.close");
    }

    private boolean gaveUp(String action) {
        var unsaved = actions.unsaved();
        var texts = screen.texts();
        return unsaved.isEmpty() || dialogs.giveUp(texts.get("shell.unsaved.title"), unsaved, texts.get(action));
    }

    ObjectProperty<Look> look() {
        return actions.look();
    }

    void copyDiagnostics() {
        dialogs.copy(diagnostics.get());
        screen.notices().info(screen.texts().get("shell.diagnostics-copied"));
    }
}
