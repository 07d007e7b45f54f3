package training.powerbi.server.account.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.server.account.Viewer;
import training.powerbi.server.account.ViewerAuthentication;
import training.powerbi.server.account.session.Sessions;
import training.powerbi.server.account.token.TokenVerifier;
import training.powerbi.server.account.token.VerifiedToken;
import training.powerbi.server.account.user.UserRow;

/// The one answer to "who is this token", for HTTP and sockets alike. The token proves who someone is; whether
/// they are active, which role they have and whether their session goes on is read from the tables each time, so that
/// every change holds from the next request on. Cheap enough to ask again every second.
@Component
class BearerAuthenticator implements AuthenticationManager {
    /// What a user may do who still has a password that was printed: change it.
    static final GrantedAuthority PASSWORD_CHANGE_DUE = new SimpleGrantedAuthority("PASSWORD_CHANGE_DUE");

    /// Longer than a change takes to show on all servers.
    private static final Duration NEW = Duration.ofMinutes(1);

    private final TokenVerifier verifier;
    private final DeltaTable<String, UserRow> users;
    private final Sessions sessions;
    private final EntraAccounts entraAccounts;
    private final Clock clock;

    BearerAuthenticator(
            TokenVerifier verifier,
            DeltaTable<String, UserRow> users,
            Sessions sessions,
            EntraAccounts entraAccounts,
            Clock clock) {
        this.verifier = verifier;
        this.users = users;
        this.sessions = sessions;
        this.entraAccounts = entraAccounts;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication request) {
        if (!(request instanceof BearerTokenAuthenticationToken bearer)) {
            throw new InvalidBearerTokenException("Only bearer tokens are accepted");
        }
        var verified = verifier.verify(bearer.getToken());
        var token = new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER, bearer.getToken(), null, verified.expiresAt());
        return switch (verified) {
            case VerifiedToken.Own own -> authentication(admitted(own), token, own.sessionId());
            case VerifiedToken.Entra entra -> authentication(Optional.of(entraAccounts.admit(entra)), token, null);
        };
    }

    /// Another server may have issued the token a moment ago: then its session and its account are looked for until
    /// they
    /// are here. Older tokens cost nobody a look.
    private Optional<UserRow> admitted(VerifiedToken.Own token) {
        var known = stored(token);
        if (known.isPresent() || clock.instant().isAfter(token.issuedAt().plus(NEW))) {
            return known;
        }
        sessions.catchUp();
        users.newest();
        return stored(token);
    }

    private Optional<UserRow> stored(VerifiedToken.Own token) {
        return sessions.find(token.sessionId())
                .flatMap(session -> users.snapshot().find(token.userId()).filter(user -> user.admits(session)));
    }

    private static ViewerAuthentication authentication(
            Optional<UserRow> row, OAuth2AccessToken token, @Nullable String sessionId) {
        var user =
                row.filter(UserRow::active).orElseThrow(() -> new InvalidBearerTokenException("The session is over"));
        var authority = user.passwordChangeDue()
                ? PASSWORD_CHANGE_DUE
                : new SimpleGrantedAuthority("ROLE_" + user.role().name());
        var viewer = new Viewer(user.userId(), user.role(), sessionId == null ? user.entraSession() : sessionId);
        return new ViewerAuthentication(viewer, token, sessionId, Set.of(authority));
    }
}
