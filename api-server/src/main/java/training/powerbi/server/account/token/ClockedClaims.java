package training.powerbi.server.account.token;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import java.time.Clock;
import java.util.Date;
import java.util.Set;

/// Nimbus's claim checks on our clock: issuer and other exact values, one of the audiences, required claims,
/// and time with 60 s of tolerance.
class ClockedClaims extends DefaultJWTClaimsVerifier<SecurityContext> {
    static final int SKEW_SECONDS = 60;

    private final Clock clock;

    ClockedClaims(Set<String> audiences, JWTClaimsSet exact, Set<String> required, Clock clock) {
        super(audiences, exact, required, Set.of());
        this.clock = clock;
        setMaxClockSkew(SKEW_SECONDS);
    }

    @Override
    protected Date currentTime() {
        return Date.from(clock.instant());
    }
}
