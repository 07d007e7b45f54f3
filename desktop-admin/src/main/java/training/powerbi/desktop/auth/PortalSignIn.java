package training.powerbi.desktop.auth;

import com.microsoft.aad.msal4j.IAuthenticationResult;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import training.powerbi.desktop.api.PortalConfig;
import training.powerbi.desktop.api.PortalHttp;
import training.powerbi.desktop.api.SignedOutException;
import training.powerbi.model.Role;
import training.powerbi.model.User;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Signs trainers in, and nobody else: a student's session would open a window full of refusals.
final class PortalSignIn implements SignIn {
    private final KeptSessions kept;
    private final MicrosoftApps microsoft;
    private final Consumer<URI> browser;
    private final int patienceSeconds;
    private final Clock clock;
    private final Map<URI, PortalHttp> portals = new ConcurrentHashMap<>();

    PortalSignIn(KeptSessions kept, MicrosoftApps microsoft, Consumer<URI> browser, int patienceSeconds, Clock clock) {
        this.kept = kept;
        this.microsoft = microsoft;
        this.browser = browser;
        this.patienceSeconds = patienceSeconds;
        this.clock = clock;
    }

    private AuthCalls calls(URI portal) {
        return new AuthCalls(portals.computeIfAbsent(portal, PortalHttp::to));
    }

    @Override
    public PortalConfig discover(URI portal) {
        return calls(portal).config();
    }

    @Override
    public Optional<Session> resume(URI portal, PortalConfig config) {
        var refreshToken = kept.refreshToken(portal);
        if (refreshToken.isPresent()) {
            return resumePassword(portal, refreshToken.get());
        }
        var entra = config.entra();
        return entra == null ? Optional.empty() : resumeMicrosoft(portal, entra);
    }

    private Optional<Session> resumePassword(URI portal, String refreshToken) {
        var calls = calls(portal);
        try {
            return Optional.of(begun(portal, calls, calls.refresh(refreshToken)));
        } catch (PortalException refused) {
            if (!PasswordSession.isOver(refused)) {
                throw refused;
            }
            kept.forgetPassword(portal);
            throw refused.code() == ErrorCode.ACCESS_DENIED ? refused : RenewedToken.signedOut(refused);
        }
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
        var calls = calls(portal);
        return begun(portal, calls, calls.login(email.strip(), password));
    }

    private Session begun(URI portal, AuthCalls calls, Grant grant) {
        if (grant.user().role() != Role.ADMIN) {
            calls.logout(grant.refreshToken());
            throw notATrainer(grant.user());
        }
        kept.keepRefreshToken(portal, grant.refreshToken());
        return PasswordSession.of(portal, calls, kept, clock, grant);
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
            var user = calls(portal).me(result.accessToken());
            if (user.role() != Role.ADMIN) {
                throw notATrainer(user);
            }
            return new MicrosoftSession(portal, user, app, result, kept, clock);
        } catch (PortalException refused) {
            app.forget(result.account());
            kept.forgetMicrosoft(portal);
            throw refused.code() == ErrorCode.UNAUTHENTICATED ? stranger(refused) : refused;
        }
    }

    private static PortalException notATrainer(User user) {
        var name = user.displayName() == null ? user.email() : user.displayName();
        return new PortalException(
                ErrorCode.ACCESS_DENIED,
                name + " is signed up as a student. Ask a trainer to make this account a trainer's, or sign in with"
                        + " another one; students use the portal in a browser.");
    }

    private static PortalException stranger(PortalException refused) {
        return new PortalException(
                ErrorCode.ACCESS_DENIED,
                "The portal does not accept this Microsoft account. Sign in with one of the portal's organisation; if"
                        + " it is, ask a trainer whether the account was disabled.",
                refused);
    }
}
