package training.powerbi.server.account.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The portal itself. Accepts one algorithm only, so a token cannot choose a weaker one.
@Component
class OwnTokens implements TrustedIssuer {
    private final String issuer;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    OwnTokens(TokenProperties properties, SigningKeys keys, Clock clock) {
        this.issuer = properties.issuer();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TokenIssuer.TYPE));
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(keys.algorithm(), new ImmutableJWKSet<>(keys.all())));
        processor.setJWTClaimsSetVerifier(new ClockedClaims(
                Set.of(properties.audience()),
                new JWTClaimsSet.Builder().issuer(issuer).build(),
                Set.of("sub", "exp", "iat", "jti", TokenIssuer.SESSION),
                clock));
    }

    @Override
    public String name() {
        return issuer;
    }

    @Override
    public VerifiedToken verify(JWT token) throws BadJOSEException, JOSEException, ParseException {
        var claims = processor.process(token, null);
        return new VerifiedToken.Own(
                claims.getSubject(),
                claims.getStringClaim(TokenIssuer.SESSION),
                claims.getIssueTime().toInstant(),
                claims.getExpirationTime().toInstant());
    }
}
