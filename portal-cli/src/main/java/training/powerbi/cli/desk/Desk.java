package training.powerbi.cli.desk;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import training.powerbi.cli.terminal.Terminal;
import training.powerbi.client.PortalAddress;
import training.powerbi.client.PortalClient;
import training.powerbi.client.TokenProvider;
import training.powerbi.client.connection.PortalConnection;

/// Where a command works: it knows which portal is meant, who asks, and how to answer.
public final class Desk {
    private static final String VARIABLE = "PORTAL_URL";

    private final Terminal terminal;
    private final GlobalOptions options;
    private final Clock clock;
    private final UnaryOperator<@Nullable String> environment;
    private final Sessions sessions;

    /// Who is signed in where.
    public interface Sessions {
        /// The portal of the last sign-in.
        Optional<URI> lastPortal();

        /// The session kept of a sign-in there.
        ///
        /// @throws training.powerbi.model.error.PortalException UNAUTHENTICATED when nobody is signed in there
        TokenProvider at(URI portal);
    }

    public Desk(
            Terminal terminal,
            GlobalOptions options,
            Clock clock,
            UnaryOperator<@Nullable String> environment,
            Sessions sessions) {
        this.terminal = terminal;
        this.options = options;
        this.clock = clock;
        this.environment = environment;
        this.sessions = sessions;
    }

    public Sessions sessions() {
        return sessions;
    }

    public Terminal terminal() {
        return terminal;
    }

    public Clock clock() {
        return clock;
    }

    public Output output() {
        return new Output(terminal, options);
    }

    public boolean json() {
        return options.json();
    }

    public Optional<String> variable(String name) {
        return Optional.ofNullable(environment.apply(name)).filter(value -> !value.isBlank());
    }

    /// Which portal is meant.
    ///
    /// @throws UsageException when nobody said so, or not in a way that is understood
    public URI portal() {
        return portal(options.server());
    }

    /// The same, with an address that stands on the command line itself.
    public URI portal(@Nullable String typed) {
        var said = Optional.ofNullable(typed)
                .or(() -> Optional.ofNullable(options.server()))
                .or(() -> variable(VARIABLE));
        if (said.isPresent()) {
            return PortalAddress.parse(said.get())
                    .orElseThrow(() -> new UsageException("This is no address of a portal: " + said.get()
                            + ". It must begin with https, except on this computer."));
        }
        return sessions.lastPortal()
                .orElseThrow(() -> new UsageException(
                        "Which portal? Sign in with portal login URL, or give --server URL or " + VARIABLE + "."));
    }

    /// Everything that goes to the portal in the name of whoever is signed in there.
    public PortalConnection connect() {
        var portal = portal();
        return PortalConnection.to(portal, sessions.at(portal), clock);
    }

    /// Asks the portal something that may be asked again when the answer is lost.
    public <T> T ask(Function<PortalClient, T> question) {
        try (var connection = connect()) {
            return Persistence.ask(() -> question.apply(connection.client()));
        }
    }
}
