package training.powerbi.edge;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/// Stands in for accounts: tokens that can be given, changed and taken away. Like the real ones they are good
/// for a minute beyond their end.
final class EdgeTokens implements AuthenticationManager {
    private static final Duration SKEW = Duration.ofSeconds(60);

    private final Map<String, Grant> grants = new ConcurrentHashMap<>();

    record Grant(String userId, String role, Instant expiresAt) {}

    String give(String userId, String role) {
        return give(userId, role, Duration.ofHours(1));
    }

    String give(String userId, String role, Duration life) {
        var end = Instant.now(java.time.Clock.systemUTC()).plus(life);
        var claims = new JWTClaimsSet.Builder()
                .subject(userId)
                .jwtID(UUID.randomUUID().toString())
                .expirationTime(Date.from(end))
                .build();
        var token = new PlainJWT(claims).serialize();
        grants.put(token, new Grant(userId, role, end));
        return token;
    }

    void revoke(String token) {
        grants.remove(token);
    }

    void changeRole(String token, String role) {
        grants.computeIfPresent(token, (key, grant) -> new Grant(grant.userId(), role, grant.expiresAt()));
    }

    @Override
    public Authentication authenticate(Authentication request) {
        var grant = grants.get(((BearerTokenAuthenticationToken) request).getToken());
        var now = Instant.now(java.time.Clock.systemUTC());
        if (grant == null || now.isAfter(grant.expiresAt().plus(SKEW))) {
            throw new InvalidBearerTokenException("no such token");
        }
        var authorities = List.of(new SimpleGrantedAuthority("ROLE_" + grant.role()));
        return new TestingAuthenticationToken((java.security.Principal) grant::userId, "", authorities);
    }
}
