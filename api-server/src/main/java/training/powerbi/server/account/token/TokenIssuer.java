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
    private final SigningKeys keys;
    private final JWSSigner signer;
    private final Clock clock;

    TokenIssuer(TokenProperties properties, SigningKeys keys, Clock clock) throws JOSEException {
        this.properties = properties;
        this.keys = keys;
        this.signer = new DefaultJWSSignerFactory().createJWSSigner(keys.signing(), keys.algorithm());
        this.clock = clock;
    }

    /// The `role` claim informs clients; what a request may do is decided by the account as it is then.
    public String issue(String userId, Role role, String sessionId) {
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
            token.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("The signing key does not sign", e);
        }
        return token.serialize();
    }

    public Duration life() {
        return Duration.ofMinutes(properties.accessMinutes());
    }
}
