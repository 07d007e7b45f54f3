package training.powerbi.client.signin;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import training.powerbi.client.PortalConfig;
import training.powerbi.client.http.PortalHttp;
import training.powerbi.model.Role;
import training.powerbi.model.User;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// Signs trainers in with the portal's own passwords, and nobody else: a student's session would meet refusals only.
/// Calls block; safe for use by many threads.
///
/// They throw [PortalException] when the portal refuses, and [training.powerbi.client.UnreachableException].
public final class PasswordSignIn {
    private final KeptSessions kept;
    private final Clock clock;
    private final Map<URI, PortalHttp> portals = new ConcurrentHashMap<>();

    public PasswordSignIn(KeptSessions kept, Clock clock) {
        this.kept = kept;
        this.clock = clock;
    }

    /// Sessions are kept in files.
    ///
    /// @param tokenFolder made when needed, for this account only
    public static PasswordSignIn inFiles(Path tokenFolder, Clock clock) {
        return new PasswordSignIn(new KeptSessions(new TokenFolder(tokenFolder).files()), clock);
    }

    private AuthCalls calls(URI portal) {
        return new AuthCalls(portals.computeIfAbsent(portal, PortalHttp::to));
    }

    /// What the portal at an address says of itself.
    public PortalConfig discover(URI portal) {
        return calls(portal).config();
    }

    /// The session kept from last time; empty when none was. One that does not hold any more is forgotten.
    ///
    /// @throws training.powerbi.client.SignedOutException when it has ended
    /// @throws PortalException ACCESS_DENIED when its account is no trainer's any more
    public Optional<Session> resume(URI portal) {
        return kept.refreshToken(portal).map(token -> resume(portal, token));
    }

    private Session resume(URI portal, String refreshToken) {
        var calls = calls(portal);
        try {
            return begun(portal, calls, calls.refresh(refreshToken));
        } catch (PortalException refused) {
            if (!PasswordSession.isOver(refused)) {
                throw refused;
            }
            kept.forgetPassword(portal);
            throw refused.code() == ErrorCode.ACCESS_DENIED ? refused : RenewedToken.signedOut(refused);
        }
    }

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

    /// The trainer whom a token of another sign-in belongs to.
    ///
    /// @throws PortalException ACCESS_DENIED when it is no trainer's, UNAUTHENTICATED when it is not taken
    public User trainer(URI portal, String accessToken) {
        var user = calls(portal).me(accessToken);
        if (user.role() != Role.ADMIN) {
            throw notATrainer(user);
        }
        return user;
    }

    /// Why somebody who is no trainer does not get in.
    public static PortalException notATrainer(User user) {
        var name = user.displayName() == null ? user.email() : user.displayName();
        return new PortalException(
                ErrorCode.ACCESS_DENIED,
                name + " is signed up as a student. Ask a trainer to make this account a trainer's, or sign in with"
                        + " another one; students use the portal in a browser.");
    }
}
