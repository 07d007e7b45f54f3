package training.powerbi.desktop.auth;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Consumer;
import training.powerbi.client.microsoft.MicrosoftApps;
import training.powerbi.client.signin.KeptSessions;
import training.powerbi.client.signin.PasswordSignIn;
import training.powerbi.client.signin.TokenFolder;
import training.powerbi.client.signin.TokenStore;

/// Makes the ways of signing in. The only place that knows the adapters of the ports here.
public final class SignIns {
    private static final int PATIENCE_SECONDS = 180;

    private SignIns() {}

    /// Sessions are kept in the system's keyring, or in `tokenFolder` where there is none.
    ///
    /// @param tokenFolder made when needed, for this account only
    /// @param browser shows a page in the system's browser; called on a thread of its own
    public static SignIn system(Path tokenFolder, Consumer<URI> browser, Clock clock) {
        return with(new SystemTokenStore(new TokenFolder(tokenFolder)), browser, clock);
    }

    /// The same without a keyring: for a test, or a stick that is carried about.
    public static SignIn inFiles(Path tokenFolder, Consumer<URI> browser, Clock clock) {
        return with(new TokenFolder(tokenFolder).files(), browser, clock);
    }

    private static SignIn with(TokenStore store, Consumer<URI> browser, Clock clock) {
        var kept = new KeptSessions(store);
        return new PortalSignIn(
                new PasswordSignIn(kept, clock), kept, new MicrosoftApps(kept, null), browser, PATIENCE_SECONDS, clock);
    }
}
