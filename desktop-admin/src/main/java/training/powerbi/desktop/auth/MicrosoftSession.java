package training.powerbi.desktop.auth;

import com.microsoft.aad.msal4j.IAccount;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import training.powerbi.client.UnreachableException;
import training.powerbi.client.microsoft.MicrosoftApp;
import training.powerbi.client.signin.KeptSessions;
import training.powerbi.client.signin.RenewedToken;
import training.powerbi.client.signin.Session;
import training.powerbi.model.User;
import training.powerbi.model.error.PortalException;

/// A session of Microsoft's.
final class MicrosoftSession implements Session {
    private static final Logger LOG = LoggerFactory.getLogger(MicrosoftSession.class);

    private final URI portal;
    private final User user;
    private final MicrosoftApp app;
    private final IAccount account;
    private final KeptSessions kept;
    private final RenewedToken token;

    MicrosoftSession(
            URI portal, User user, MicrosoftApp app, IAuthenticationResult result, KeptSessions kept, Clock clock) {
        this.portal = portal;
        this.user = user;
        this.app = app;
        this.account = result.account();
        this.kept = kept;
        this.token = new RenewedToken(clock, fresh(result), this::renew);
    }

    private static RenewedToken.Fresh fresh(IAuthenticationResult result) {
        return new RenewedToken.Fresh(
                result.accessToken(), result.expiresOnDate().toInstant());
    }

    private RenewedToken.Fresh renew(boolean refused) {
        try {
            return fresh(app.silently(account, refused));
        } catch (PortalException denied) {
            throw RenewedToken.signedOut(denied);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            var cancelled = new CancellationException("The renewal was given up");
            cancelled.initCause(stopped);
            throw cancelled;
        }
    }

    @Override
    public URI portal() {
        return portal;
    }

    @Override
    public User user() {
        return user;
    }

    @Override
    public boolean passwordChangeRequired() {
        return false;
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
        throw PortalException.badInput("currentPassword", "You sign in with Microsoft; change your password there.");
    }

    @Override
    public void signOut() {
        token.end();
        try {
            app.forget(account);
        } catch (UnreachableException | PortalException | CancellationException notForgotten) {
            LOG.info("Microsoft's library did not forget the account: {}", notForgotten.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        kept.forgetMicrosoft(portal);
    }
}
