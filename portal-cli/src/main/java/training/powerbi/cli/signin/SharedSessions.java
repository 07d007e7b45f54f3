package training.powerbi.cli.signin;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import training.powerbi.cli.desk.Desk;
import training.powerbi.cli.desk.Verb;
import training.powerbi.client.TokenProvider;
import training.powerbi.client.signin.AuthCalls;

/// Who is signed in where, and the commands that change it. The only place that puts the parts here together.
public final class SharedSessions implements Desk.Sessions {
    private final SessionStore store;
    private final SignIn signIn;
    private final Clock clock;

    private SharedSessions(SessionStore store, SignIn signIn, Clock clock) {
        this.store = store;
        this.signIn = signIn;
        this.clock = clock;
    }

    /// Sessions kept in files.
    ///
    /// @param folder made when there is something to keep, for this account only
    /// @param trust for Microsoft's sign-in; null for what this computer trusts
    public static SharedSessions in(Path folder, @Nullable SSLSocketFactory trust, Clock clock) {
        var store = new SessionStore(folder);
        return new SharedSessions(store, new SignIn(store, AuthCalls::to, trust, clock), clock);
    }

    @Override
    public Optional<URI> lastPortal() {
        return store.lastPortal();
    }

    @Override
    public TokenProvider at(URI portal) {
        return new SharedSession(portal, store, signIn, clock);
    }

    /// The commands of this package.
    public List<Verb> commands(Desk desk) {
        return List.of(
                Verb.of("login", () -> new LoginCommand(desk, signIn)),
                Verb.of("logout", () -> new LogoutCommand(desk, store, signIn)),
                Verb.of("whoami", () -> new WhoamiCommand(desk, store)),
                Verb.of("password", () -> new PasswordCommand(desk, signIn)));
    }
}
