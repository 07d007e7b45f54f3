package training.powerbi.server.account.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The portal itself. Accepts one algorithm only, so a token cannot choose a weaker one.
@Component
class OwnTokens implements TrustedIssuer {
    private final String issuer;
    private final KeySource source;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    OwnTokens(TokenProperties properties, KeySource source, Clock clock) {
        this.source = source;
        this.issuer = properties.issuer();
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TokenIssuer.TYPE));
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(source.now().algorithm(), (wanted, _) -> select(wanted)));
        processor.setJWTClaimsSetVerifier(new ClockedClaims(
                Set.of(properties.audience()),
                new JWTClaimsSet.Builder().issuer(issuer).build(),
                Set.of("sub", "exp", "iat", "jti", TokenIssuer.SESSION),
                clock));
    }

    /// A key that is not known may be one that another server has seen already.
    private List<JWK> select(JWKSelector wanted) {
        var found = wanted.select(source.now().all());
        if (found.isEmpty()) {
            source.lookAgain();
            found = wanted.select(source.now().all());
        }
        return found;
    }

    @Override
    public Object keys() {
        return source.now();
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
