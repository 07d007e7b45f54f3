package training.powerbi.client.signin;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is kept of sessions, apart for each portal. At most one session a portal: the latest.
public final class KeptSessions {
    private static final Logger LOG = LoggerFactory.getLogger(KeptSessions.class);

    private final TokenStore store;

    public KeptSessions(TokenStore store) {
        this.store = store;
    }

    /// Whether whoever can read this account's files can read them.
    public boolean inFile() {
        return store.isFile();
    }

    Optional<String> refreshToken(URI portal) {
        return store.read(passwordName(portal));
    }

    /// A store that cannot be written costs a sign-in at the next start, no more.
    void keepRefreshToken(URI portal, String token) {
        keep(passwordName(portal), token);
        store.delete(microsoftName(portal));
    }

    /// Accounts and their tokens as a text of Microsoft's library; empty when none is kept.
    public Optional<String> microsoft(URI portal) {
        return store.read(microsoftName(portal));
    }

    /// A store that cannot be written costs a sign-in here too.
    public void keepMicrosoft(URI portal, String accounts) {
        keep(microsoftName(portal), accounts);
    }

    /// Forgets the session of a password.
    public void forgetPassword(URI portal) {
        store.delete(passwordName(portal));
    }

    /// Forgets the accounts of Microsoft's library.
    public void forgetMicrosoft(URI portal) {
        store.delete(microsoftName(portal));
    }

    private void keep(String name, String secret) {
        try {
            store.write(name, secret);
        } catch (RuntimeException failed) {
            LOG.warn("The session cannot be kept; the next start asks to sign in", failed);
        }
    }

    private static String passwordName(URI portal) {
        return "session-" + id(portal);
    }

    private static String microsoftName(URI portal) {
        return "microsoft-" + id(portal);
    }

    private static String id(URI portal) {
        var origin = (portal.getScheme() + "://" + portal.getAuthority()).toLowerCase(Locale.ROOT);
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(origin.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
