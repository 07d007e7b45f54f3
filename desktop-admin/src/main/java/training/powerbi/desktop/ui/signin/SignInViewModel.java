package training.powerbi.desktop.ui.signin;

import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.PortalAddress;
import training.powerbi.client.PortalConfig;
import training.powerbi.client.SignedOutException;
import training.powerbi.client.microsoft.DeviceCode;
import training.powerbi.client.signin.Session;
import training.powerbi.desktop.auth.SignIn;
import training.powerbi.desktop.settings.SettingsFile;
import training.powerbi.desktop.task.TaskExecutor;
import training.powerbi.desktop.ui.kit.Screen;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// From an address to a session: first which portal, then who.
public final class SignInViewModel {
    /// What the person is asked for.
    public enum Step {
        ADDRESS,
        WHO,
        CODE,
        NEW_PASSWORD
    }

    /// A portal that answered, and what it says of itself.
    private record Portal(URI address, PortalConfig config) {}

    private final SignIn signIn;
    private final SettingsFile settings;
    private final TaskExecutor tasks;
    private final Screen screen;
    private final BiConsumer<Session, PortalConfig> signedIn;

    private final StringProperty address = new SimpleStringProperty("");
    private final StringProperty email = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.ADDRESS);
    private final ReadOnlyObjectWrapper<@Nullable Portal> portal = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable DeviceCode> code = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private TaskExecutor.@Nullable Cancellation running;
    private @Nullable Session waiting;

    /// @param signedIn gets the session, once nothing stands in its way
    public SignInViewModel(
            SignIn signIn,
            SettingsFile settings,
            TaskExecutor tasks,
            Screen screen,
            BiConsumer<Session, PortalConfig> signedIn) {
        this.signIn = signIn;
        this.settings = settings;
        this.tasks = tasks;
        this.screen = screen;
        this.signedIn = signedIn;
        var known = settings.settings();
        address.set(known.portals().isEmpty() ? "" : known.portals().getFirst());
        email.set(known.email() == null ? "" : known.email());
    }

    StringProperty addressProperty() {
        return address;
    }

    StringProperty emailProperty() {
        return email;
    }

    ReadOnlyObjectProperty<Step> step() {
        return step.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable DeviceCode> code() {
        return code.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    List<String> knownPortals() {
        return settings.settings().portals();
    }

    /// The name of the course behind the address.
    String courseTitle() {
        var found = portal.get();
        return found == null ? "" : found.config().courseTitle();
    }

    boolean offersMicrosoft() {
        var found = portal.get();
        return found != null && found.config().entra() != null;
    }

    /// Goes on as far as it can without the person: at the start of the program.
    public void begin() {
        if (!address.get().isBlank()) {
            findPortal();
        }
    }

    /// Looks whether a portal is at the address, and whether last time's session still holds.
    void findPortal() {
        var typed = PortalAddress.parse(address.get());
        if (typed.isEmpty()) {
            problem.set(screen.texts().get("signin.bad-address"));
            return;
        }
        var at = typed.get();
        run(() -> resumed(new Portal(at, signIn.discover(at))), found -> {
            portal.set(found.portal());
            step.set(Step.WHO);
            if (found.session() != null) {
                accept(found.session());
            } else if (found.over() != null) {
                problem.set(screen.texts().get(found.over()));
            }
        });
    }

    /// @param over the words for why last time's session does not hold any more; null when there was none
    private record Found(
            Portal portal,
            @Nullable Session session,
            @Nullable String over) {}

    /// That a session is over keeps nobody from signing in, with another account if need be.
    private Found resumed(Portal found) {
        try {
            var session = signIn.resume(found.address(), found.config());
            return new Found(found, session.orElse(null), null);
        } catch (SignedOutException over) {
            return new Found(found, null, "signin.over");
        } catch (PortalException refused) {
            if (refused.code() != ErrorCode.ACCESS_DENIED) {
                throw refused;
            }
            return new Found(found, null, "signin.no-trainer");
        }
    }

    /// Back to the question which portal.
    void otherPortal() {
        cancel();
        step.set(Step.ADDRESS);
    }

    void withPassword(String password) {
        if (email.get().isBlank() || password.isEmpty()) {
            problem.set(screen.texts().get("signin.incomplete"));
            return;
        }
        var at = chosen();
        var who = email.get().strip();
        run(() -> signIn.withPassword(at.address(), who, password.toCharArray()), this::accept);
    }

    void withMicrosoft() {
        var at = chosen();
        var entra = at.config().entra();
        if (entra != null) {
            run(() -> signIn.withMicrosoft(at.address(), entra), this::accept);
        }
    }

    /// For a computer without a browser.
    void withCode() {
        var at = chosen();
        var entra = at.config().entra();
        if (entra != null) {
            run(
                    () -> signIn.withDeviceCode(
                            at.address(),
                            entra,
                            shown -> tasks.onUi(() -> {
                                code.set(shown);
                                step.set(Step.CODE);
                            })),
                    this::accept);
        }
    }

    void changePassword(String current, String next, String again) {
        var session = waiting;
        if (session == null) {
            return;
        }
        if (!next.equals(again)) {
            problem.set(screen.texts().get("signin.passwords-differ"));
            return;
        }
        run(
                () -> {
                    session.changePassword(current.toCharArray(), next.toCharArray());
                    return session;
                },
                this::enter);
    }

    /// Gives up what is under way.
    void cancel() {
        if (running != null) {
            running.cancel();
        }
        busy.set(false);
        problem.set("");
        code.set(null);
        if (step.get() == Step.CODE) {
            step.set(Step.WHO);
        }
    }

    private void accept(Session session) {
        if (session.passwordChangeRequired()) {
            waiting = session;
            step.set(Step.NEW_PASSWORD);
        } else {
            enter(session);
        }
    }

    private void enter(Session session) {
        var at = chosen();
        settings.change(known ->
                known.withPortal(at.address().toString(), session.user().email()));
        signedIn.accept(session, at.config());
    }

    private Portal chosen() {
        var found = portal.get();
        if (found == null) {
            throw new IllegalStateException("No portal was found yet");
        }
        return found;
    }

    private <T> void run(Callable<T> work, Consumer<T> done) {
        cancel();
        busy.set(true);
        running = tasks.run(
                work,
                result -> {
                    busy.set(false);
                    done.accept(result);
                },
                failure -> {
                    busy.set(false);
                    code.set(null);
                    if (step.get() == Step.CODE) {
                        step.set(Step.WHO);
                    }
                    problem.set(
                            failure instanceof CancellationException
                                    ? screen.texts().get("signin.cancelled")
                                    : screen.errors().explain(failure));
                });
    }
}
