package training.powerbi.server.account.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
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

/// The configured Entra ID tenant: its v2.0 access tokens for this portal.
class EntraTokens implements TrustedIssuer {
    /// The app role that makes someone an admin here. This is the only place that reads it.
    static final String ADMIN_ROLE = "Portal.Admin";

    private final EntraProperties entra;
    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    EntraTokens(EntraProperties entra, JWKSource<SecurityContext> keys, Clock clock) {
        this.entra = entra;
        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, TokenIssuer.TYPE, null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        // An ID token has the same issuer and audience; only an access token carries a scope.
        processor.setJWTClaimsSetVerifier(new ClockedClaims(
                Set.of(entra.clientId(), "api://" + entra.clientId()),
                new JWTClaimsSet.Builder()
                        .issuer(name())
                        .claim("tid", entra.tenantId())
                        .claim("ver", "2.0")
                        .build(),
                Set.of("exp", "iat", "oid", "scp"),
                clock));
    }

    @Override
    public final String name() {
        return entra.issuer();
    }

    @Override
    public VerifiedToken verify(JWT token) throws BadJOSEException, JOSEException, ParseException {
        var claims = processor.process(token, null);
        // Scopes are a list in one text. Another of the tenant's scopes lets its holder in elsewhere.
        if (!List.of(claims.getStringClaim("scp").split(" ")).contains(EntraProperties.SCOPE)) {
            throw new BadJOSEException("The token is not for this portal's scope");
        }
        return new VerifiedToken.Entra(
                identity(claims),
                claims.getIssueTime().toInstant(),
                claims.getExpirationTime().toInstant());
    }

    private EntraIdentity identity(JWTClaimsSet claims) throws ParseException {
        var objectId = claims.getStringClaim("oid");
        var email = claims.getStringClaim("preferred_username");
        if (email == null) {
            email = claims.getStringClaim("email");
        }
        var roles = claims.getStringListClaim("roles");
        return new EntraIdentity(
                String.join("|", name(), entra.tenantId(), objectId),
                email == null ? objectId + '@' + entra.tenantId() : email,
                claims.getStringClaim("name"),
                (roles == null ? List.<String>of() : roles).contains(ADMIN_ROLE));
    }
}
