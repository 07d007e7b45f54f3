package training.powerbi.server.account.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.factories.DefaultJWSSignerFactory;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.UUID;
import org.springframework.stereotype.Component;
import training.powerbi.model.Role;

/// Signs the portal's own access tokens (RFC 9068).
@Component
public class TokenIssuer {
    static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    static final String SESSION = "sid";

    private final TokenProperties properties;
    /// What signs, made once for each key.
    private record Signing(SigningKeys keys, JWSSigner signer) {}

    private final KeySource source;
    private final Clock clock;
    private volatile Signing signing;

    TokenIssuer(TokenProperties properties, KeySource source, Clock clock) {
        this.properties = properties;
        this.source = source;
        this.clock = clock;
        this.signing = signing(source.now());
    }

    private static Signing signing(SigningKeys keys) {
        try {
            return new Signing(keys, new DefaultJWSSignerFactory().createJWSSigner(keys.signing(), keys.algorithm()));
        } catch (JOSEException e) {
            throw new IllegalStateException("The signing key does not sign", e);
        }
    }

    private Signing signing() {
        var keys = source.now();
        var known = signing;
        if (!known.keys().equals(keys)) {
            known = signing(keys);
            signing = known;
        }
        return known;
    }

    /// The `role` claim informs clients; what a request may do is decided by the account as it is then.
    public String issue(String userId, Role role, String sessionId) {
        var with = signing();
        var keys = with.keys();
        var now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(properties.issuer())
                .audience(properties.audience())
                .subject(userId)
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life())))
                .jwtID(UUID.randomUUID().toString())
                .claim("role", role.name())
                .claim(SESSION, sessionId)
                .build();
        var header = new JWSHeader.Builder(keys.algorithm())
                .type(TYPE)
                .keyID(keys.signing().getKeyID())
                .build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(with.signer());
        } catch (JOSEException e) {
            throw new IllegalStateException("The signing key does not sign", e);
        }
        return token.serialize();
    }

    public Duration life() {
        return Duration.ofMinutes(properties.accessMinutes());
    }
}
