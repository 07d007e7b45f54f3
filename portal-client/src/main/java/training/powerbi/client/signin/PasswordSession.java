package training.powerbi.client.signin;

import java.net.URI;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import training.powerbi.client.UnreachableException;
import training.powerbi.model.User;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// A session of the portal's own.
final class PasswordSession implements Session {
    private static final Logger LOG = LoggerFactory.getLogger(PasswordSession.class);

    private final URI portal;
    private final AuthCalls calls;
    private final KeptSessions kept;
    private final Clock clock;
    private final RenewedToken token;
    private volatile Grant grant;
    private volatile boolean passwordChangeRequired;

    private PasswordSession(URI portal, AuthCalls calls, KeptSessions kept, Clock clock, Grant grant) {
        this.portal = portal;
        this.calls = calls;
        this.kept = kept;
        this.clock = clock;
        this.grant = grant;
        this.token = new RenewedToken(clock, fresh(grant, clock), _ -> renew());
    }

    /// Goes on with what the portal granted.
    static PasswordSession of(URI portal, AuthCalls calls, KeptSessions kept, Clock clock, Grant grant) {
        var session = new PasswordSession(portal, calls, kept, clock, grant);
        session.passwordChangeRequired = calls.passwordChangeRequired(grant.accessToken());
        return session;
    }

    private static RenewedToken.Fresh fresh(Grant grant, Clock clock) {
        return new RenewedToken.Fresh(grant.accessToken(), clock.instant().plusSeconds(grant.expiresIn()));
    }

    private RenewedToken.Fresh renew() {
        try {
            var next = calls.refresh(grant.refreshToken());
            grant = next;
            kept.keepRefreshToken(portal, next.refreshToken());
            return fresh(next, clock);
        } catch (PortalException refused) {
            if (isOver(refused)) {
                kept.forgetPassword(portal);
                throw RenewedToken.signedOut(refused);
            }
            throw new UnreachableException(UnreachableException.Reason.NO_ANSWER, refused.sentence(), refused);
        }
    }

    /// Whether a refused renewal means the end of the session.
    static boolean isOver(PortalException refused) {
        return switch (refused.code()) {
            case UNAUTHENTICATED, INVALID_CREDENTIALS, ACCESS_DENIED, BAD_USER_INPUT -> true;
            default -> false;
        };
    }

    @Override
    public URI portal() {
        return portal;
    }

    @Override
    public User user() {
        return grant.user();
    }

    @Override
    public boolean passwordChangeRequired() {
        return passwordChangeRequired;
    }

    @Override
    public boolean keptInFile() {
        return kept.inFile();
    }

    @Override
    public String accessToken() {
        return token.get();
    }

    @Override
    public void refused(String refusedToken) {
        token.refuse(refusedToken);
    }

    @Override
    public void changePassword(char[] current, char[] next) {
        var first = token.get();
        try {
            change(first, current, next);
        } catch (PortalException refused) {
            if (refused.code() != ErrorCode.UNAUTHENTICATED) {
                throw refused;
            }
            token.refuse(first);
            change(token.get(), current, next);
        }
        passwordChangeRequired = false;
    }

    private void change(String accessToken, char[] current, char[] next) {
        try {
            calls.changePassword(accessToken, current, next);
        } catch (PortalException refused) {
            throw refused.code() == ErrorCode.INVALID_CREDENTIALS
                    ? PortalException.badInput("currentPassword", refused.sentence())
                    : refused;
        }
    }

    @Override
    public void signOut() {
        token.end();
        kept.forgetPassword(portal);
        try {
            calls.logout(grant.refreshToken());
        } catch (UnreachableException | PortalException notTold) {
            LOG.info("Signed out here; the portal was not told: {}", notTold.toString());
        }
    }
}
