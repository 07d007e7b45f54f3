package training.powerbi.server.web.socket;

import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/// A socket or stream that lives as long as its token.
///
/// @param expiresAt null when the token has no end of its own
/// @param end ends the connection; safe to call twice
record LiveConnection(
        String token,
        String userId,
        Set<String> authorities,
        @Nullable Instant expiresAt,
        Ending end) {

    /// How a connection is told that it is over.
    @FunctionalInterface
    interface Ending {
        void because(Reason reason);
    }

    /// Why a connection is over.
    enum Reason {
        TOKEN_ENDED,
        SERVER_STOPS
    }

    LiveConnection(String token, Authentication authentication, @Nullable Instant expiresAt, Ending end) {
        this(token, authentication.getName(), authoritiesOf(authentication), expiresAt, end);
    }

    boolean isExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    /// Whether a fresh look at the token shows the same user with the same rights.
    boolean matches(Authentication fresh) {
        return fresh.isAuthenticated() && userId.equals(fresh.getName()) && authorities.equals(authoritiesOf(fresh));
    }

    @Override
    public String toString() {
        return "LiveConnection of " + userId;
    }

    private static Set<String> authoritiesOf(Authentication authentication) {
        return authentication.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toUnmodifiableSet());
    }
}
