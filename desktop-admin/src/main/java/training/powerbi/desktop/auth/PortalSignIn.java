package training.powerbi.desktop.auth;

import com.microsoft.aad.msal4j.IAuthenticationResult;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import training.powerbi.client.PortalConfig;
import training.powerbi.client.SignedOutException;
import training.powerbi.client.microsoft.DeviceCode;
import training.powerbi.client.microsoft.MicrosoftApp;
import training.powerbi.client.microsoft.MicrosoftApps;
import training.powerbi.client.signin.KeptSessions;
import training.powerbi.client.signin.PasswordSignIn;
import training.powerbi.client.signin.Session;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Signs trainers in, and nobody else: a student's session would open a window full of refusals.
final class PortalSignIn implements SignIn {
    private final PasswordSignIn passwords;
    private final KeptSessions kept;
    private final MicrosoftApps microsoft;
    private final Consumer<URI> browser;
    private final int patienceSeconds;
    private final Clock clock;

    PortalSignIn(
            PasswordSignIn passwords,
            KeptSessions kept,
            MicrosoftApps microsoft,
            Consumer<URI> browser,
            int patienceSeconds,
            Clock clock) {
        this.passwords = passwords;
        this.kept = kept;
        this.microsoft = microsoft;
        this.browser = browser;
        this.patienceSeconds = patienceSeconds;
        this.clock = clock;
    }

    @Override
    public PortalConfig discover(URI portal) {
        return passwords.discover(portal);
    }

    @Override
    public Optional<Session> resume(URI portal, PortalConfig config) {
        var session = passwords.resume(portal);
        var entra = config.entra();
        return session.isPresent() || entra == null ? session : resumeMicrosoft(portal, entra);
    }

    private Optional<Session> resumeMicrosoft(URI portal, PortalConfig.Entra entra) {
        try {
            var app = microsoft.app(portal, entra);
            var account = app.account();
            return account.isEmpty()
                    ? Optional.empty()
                    : Optional.of(begun(portal, app, app.silently(account.get(), false)));
        } catch (SignedOutException over) {
            kept.forgetMicrosoft(portal);
            throw over;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            var cancelled = new CancellationException("The sign-in was given up");
            cancelled.initCause(stopped);
            throw cancelled;
        }
    }

    @Override
    public Session withPassword(URI portal, String email, char[] password) {
        return passwords.withPassword(portal, email, password);
    }

    @Override
    public Session withMicrosoft(URI portal, PortalConfig.Entra entra) throws InterruptedException {
        var app = microsoft.app(portal, entra);
        // Opening a browser may take seconds, and the library listens for its answer only afterwards.
        Consumer<URI> atOnce = page -> Thread.ofVirtual().name("browser").start(() -> browser.accept(page));
        var session = begun(portal, app, app.withBrowser(atOnce, patienceSeconds));
        kept.forgetPassword(portal);
        return session;
    }

    @Override
    public Session withDeviceCode(URI portal, PortalConfig.Entra entra, Consumer<DeviceCode> show)
            throws InterruptedException {
        var app = microsoft.app(portal, entra);
        var session = begun(portal, app, app.withDeviceCode(show));
        kept.forgetPassword(portal);
        return session;
    }

    private Session begun(URI portal, MicrosoftApp app, IAuthenticationResult result) throws InterruptedException {
        try {
            var user = passwords.trainer(portal, result.accessToken());
            return new MicrosoftSession(portal, user, app, result, kept, clock);
        } catch (PortalException refused) {
            app.forget(result.account());
            kept.forgetMicrosoft(portal);
            throw refused.code() == ErrorCode.UNAUTHENTICATED ? MicrosoftApp.stranger(refused) : refused;
        }
    }
}
