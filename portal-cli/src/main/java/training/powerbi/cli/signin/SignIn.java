package training.powerbi.cli.signin;

import com.microsoft.aad.msal4j.IAuthenticationResult;
import java.net.URI;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import training.powerbi.client.PortalConfig;
import training.powerbi.client.SignedOutException;
import training.powerbi.client.UnreachableException;
import training.powerbi.client.microsoft.DeviceCode;
import training.powerbi.client.microsoft.MicrosoftApp;
import training.powerbi.client.microsoft.MicrosoftApps;
import training.powerbi.client.signin.AuthCalls;
import training.powerbi.client.signin.Grant;
import training.powerbi.client.signin.PasswordSignIn;
import training.powerbi.model.Role;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Signs trainers in and out, and renews their sessions. Calls block; they throw [PortalException] when the portal
/// refuses, and [UnreachableException].
final class SignIn implements SharedSession.Renewal {
    private final SessionStore store;
    private final Function<URI, AuthCalls> portals;
    private final @Nullable SSLSocketFactory trust;
    private final Clock clock;

    /// @param trust for Microsoft's sign-in; null for what this computer trusts
    SignIn(SessionStore store, Function<URI, AuthCalls> portals, @Nullable SSLSocketFactory trust, Clock clock) {
        this.store = store;
        this.portals = portals;
        this.trust = trust;
        this.clock = clock;
    }

    PortalConfig discover(URI portal) {
        return portals.apply(portal).config();
    }

    KeptSession withPassword(URI portal, String email, char[] password) {
        var calls = portals.apply(portal);
        var grant = calls.login(email.strip(), password);
        if (grant.user().role() != Role.ADMIN) {
            calls.logout(grant.refreshToken());
            throw PasswordSignIn.notATrainer(grant.user());
        }
        return begun(portal, session(portal, grant));
    }

    /// Waits until somebody has typed the code on another device.
    ///
    /// @throws java.util.concurrent.CancellationException when nobody did in time
    KeptSession withDeviceCode(URI portal, Consumer<DeviceCode> show) throws InterruptedException {
        var entra = discover(portal).entra();
        if (entra == null) {
            throw new PortalException(
                    ErrorCode.ACCESS_DENIED,
                    "Nobody signs in with Microsoft at this portal. Sign in with a password: portal login");
        }
        var app = new MicrosoftApps(store.microsoft(), trust).app(portal, entra);
        var result = app.withDeviceCode(show);
        try {
            return begun(portal, session(portal, result));
        } catch (PortalException refused) {
            app.forget(result.account());
            store.microsoft().forgetMicrosoft(portal);
            throw refused.code() == ErrorCode.UNAUTHENTICATED ? MicrosoftApp.stranger(refused) : refused;
        }
    }

    private KeptSession begun(URI portal, KeptSession session) {
        return store.alone(() -> {
            store.write(portal, session);
            store.rememberPortal(portal);
            return session;
        });
    }

    private KeptSession session(URI portal, Grant grant) {
        return new KeptSession(
                portal.toString(),
                grant.user(),
                grant.accessToken(),
                clock.instant().plusSeconds(grant.expiresIn()),
                grant.refreshToken());
    }

    private KeptSession session(URI portal, IAuthenticationResult result) {
        var user = portals.apply(portal).me(result.accessToken());
        if (user.role() != Role.ADMIN) {
            throw PasswordSignIn.notATrainer(user);
        }
        return new KeptSession(
                portal.toString(),
                user,
                result.accessToken(),
                result.expiresOnDate().toInstant(),
                null);
    }

    @Override
    public KeptSession renew(URI portal, KeptSession last) {
        var refreshToken = last.refreshToken();
        return refreshToken == null ? renewWithMicrosoft(portal) : renewWithPortal(portal, refreshToken);
    }

    private KeptSession renewWithPortal(URI portal, String refreshToken) {
        try {
            return session(portal, portals.apply(portal).refresh(refreshToken));
        } catch (PortalException refused) {
            throw switch (refused.code()) {
                case UNAUTHENTICATED, INVALID_CREDENTIALS, BAD_USER_INPUT, ACCESS_DENIED ->
                    new SignedOutException("The portal has ended the session.", refused);
                default -> refused;
            };
        }
    }

    private KeptSession renewWithMicrosoft(URI portal) {
        var entra = discover(portal).entra();
        if (entra == null) {
            throw new SignedOutException("Nobody signs in with Microsoft at this portal any more.");
        }
        try {
            var app = new MicrosoftApps(store.microsoft(), trust).app(portal, entra);
            var account = app.account().orElseThrow(() -> new SignedOutException("Microsoft's account is gone."));
            return session(portal, app.silently(account, true));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UnreachableException(UnreachableException.Reason.NO_ANSWER, "Stopped.", stopped);
        }
    }

    void changePassword(URI portal, String token, char[] current, char[] next) {
        portals.apply(portal).changePassword(token, current, next);
    }

    /// Whether nothing but a new password is accepted for now.
    boolean passwordChangeRequired(KeptSession session) {
        return session.refreshToken() != null
                && portals.apply(URI.create(session.portal())).passwordChangeRequired(session.accessToken());
    }

    /// Ends the session here and, when it can be reached, at the portal.
    ///
    /// @return whether the portal knows
    boolean signOut(URI portal, KeptSession session) {
        store.alone(() -> {
            store.delete(portal);
            return session;
        });
        var refreshToken = session.refreshToken();
        if (refreshToken == null) {
            return true;
        }
        try {
            portals.apply(portal).logout(refreshToken);
            return true;
        } catch (UnreachableException | PortalException notTold) {
            return false;
        }
    }
}
