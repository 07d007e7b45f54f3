package training.powerbi.cli.signin;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import training.powerbi.client.SignedOutException;
import training.powerbi.client.TokenProvider;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// The session of this account at one portal, as this command uses it. Other commands use the same one at the same
/// time: before it is renewed, it is looked whether another has done so.
final class SharedSession implements TokenProvider {
    private final URI portal;
    private final SessionStore store;
    private final Renewal renewal;
    private final Clock clock;
    private KeptSession current;
    private String refused = "";

    /// Gets the next token.
    interface Renewal {
        /// Asks for a session that goes on where the last one ends.
        ///
        /// @throws SignedOutException when only a new sign-in can help
        KeptSession renew(URI portal, KeptSession last);
    }

    /// @throws PortalException UNAUTHENTICATED when nobody is signed in there
    SharedSession(URI portal, SessionStore store, Renewal renewal, Clock clock) {
        this.portal = portal;
        this.store = store;
        this.renewal = renewal;
        this.clock = clock;
        this.current = kept();
    }

    private KeptSession kept() {
        return store.read(portal).orElseThrow(() -> nobody(portal));
    }

    static PortalException nobody(URI portal) {
        return new PortalException(
                ErrorCode.UNAUTHENTICATED,
                "Nobody is signed in at " + portal + ". Sign in first: portal login " + portal);
    }

    @Override
    public synchronized String accessToken() {
        if (!isGood(current, clock.instant())) {
            current = store.alone(() -> {
                var latest = kept();
                return isGood(latest, clock.instant()) ? latest : renewed(latest);
            });
        }
        return current.accessToken();
    }

    private KeptSession renewed(KeptSession last) {
        try {
            var next = renewal.renew(portal, last);
            store.write(portal, next);
            return next;
        } catch (SignedOutException over) {
            store.delete(portal);
            throw over;
        }
    }

    private boolean isGood(KeptSession session, Instant now) {
        return session.holdsAt(now) && !session.accessToken().equals(refused);
    }

    @Override
    public synchronized void refused(String token) {
        refused = token;
    }
}
