package training.powerbi.server.account.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.stereotype.Component;

/// Verifies access tokens of all trusted issuers, each by its `iss` claim. Remembers good tokens while they
/// last, because checking a signature costs more than answering most requests.
@Component
public class TokenVerifier {
    private static final Logger log = LoggerFactory.getLogger(TokenVerifier.class);
    private static final Duration SKEW = Duration.ofSeconds(ClockedClaims.SKEW_SECONDS);
    private static final int REMEMBERED = 20_000;

    private final Map<String, TrustedIssuer> issuers;
    private final Clock clock;
    private final Cache<String, Good> good;

    /// @param keys with which it was good
    private record Good(VerifiedToken token, TrustedIssuer issuer, Object keys) {}

    TokenVerifier(List<TrustedIssuer> issuers, Clock clock) {
        this.issuers = issuers.stream().collect(Collectors.toMap(TrustedIssuer::name, Function.identity()));
        this.clock = clock;
        this.good = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfter(Expiry.<String, Good>creating((token, verified) -> Duration.between(
                        clock.instant(), verified.token().expiresAt().plus(SKEW))))
                .build();
    }

    /// What a good token says.
    ///
    /// @throws InvalidBearerTokenException when the token is not good, without saying why: a forger learns
    /// nothing from it
    public VerifiedToken verify(String token) {
        var known = good.getIfPresent(token);
        if (known != null
                && clock.instant().isBefore(known.token().expiresAt().plus(SKEW))
                && known.keys().equals(known.issuer().keys())) {
            return known.token();
        }
        var verified = check(token);
        good.put(token, verified);
        return verified.token();
    }

    private Good check(String token) {
        try {
            var parsed = JWTParser.parse(token);
            var issuer = issuers.get(String.valueOf(parsed.getJWTClaimsSet().getIssuer()));
            if (issuer == null) {
                throw bad();
            }
            var keys = issuer.keys();
            return new Good(issuer.verify(parsed), issuer, keys);
        } catch (ParseException | BadJOSEException | IllegalArgumentException e) {
            throw bad();
        } catch (JOSEException e) {
            log.warn("Cannot check a token: {}", e.getMessage());
            throw bad();
        }
    }

    private static InvalidBearerTokenException bad() {
        return new InvalidBearerTokenException("The token is not valid");
    }
}
