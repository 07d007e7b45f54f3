package training.powerbi.desktop.auth;

import com.microsoft.aad.msal4j.ITokenCacheAccessAspect;
import com.microsoft.aad.msal4j.ITokenCacheAccessContext;
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
final class KeptSessions {
    private static final Logger LOG = LoggerFactory.getLogger(KeptSessions.class);

    private final TokenStore store;

    KeptSessions(TokenStore store) {
        this.store = store;
    }

    boolean inFile() {
        return store.isFile();
    }

    Optional<String> refreshToken(URI portal) {
        return store.read(password(portal));
    }

    /// A store that cannot be written costs a sign-in at the next start, no more.
    void keepRefreshToken(URI portal, String token) {
        keep(password(portal), token);
        store.delete(microsoft(portal));
    }

    /// For Microsoft's library, which keeps accounts and their tokens in a text of its own.
    ITokenCacheAccessAspect microsoftCache(URI portal) {
        var name = microsoft(portal);
        return new ITokenCacheAccessAspect() {
            @Override
            public void beforeCacheAccess(ITokenCacheAccessContext access) {
                store.read(name).ifPresent(access.tokenCache()::deserialize);
            }

            @Override
            public void afterCacheAccess(ITokenCacheAccessContext access) {
                if (access.hasCacheChanged()) {
                    keep(name, access.tokenCache().serialize());
                }
            }
        };
    }

    void forgetPassword(URI portal) {
        store.delete(password(portal));
    }

    void forgetMicrosoft(URI portal) {
        store.delete(microsoft(portal));
    }

    private void keep(String name, String secret) {
        try {
            store.write(name, secret);
        } catch (RuntimeException failed) {
            LOG.warn("The session cannot be kept; the next start asks to sign in", failed);
        }
    }

    private static String password(URI portal) {
        return "session-" + id(portal);
    }

    private static String microsoft(URI portal) {
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
