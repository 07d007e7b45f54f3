package training.powerbi.server.web.socket;

import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;

/// Asks the same authority as the filter chain who a token belongs to.
@Component
class TokenCheck {
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/-]+=*)");

    private final AuthenticationManager authenticationManager;

    TokenCheck(@Lazy AuthenticationManager authenticationManager) {
        this.authenticationManager = authenticationManager;
    }

    /// The token of an `Authorization` value.
    ///
    /// @throws AuthenticationException when there is none
    String bearer(@Nullable Object authorization) {
        if (authorization instanceof String text) {
            Matcher bearer = BEARER.matcher(text);
            if (bearer.matches()) {
                return bearer.group(1);
            }
        }
        throw new BadCredentialsException("no bearer token");
    }

    Authentication authenticate(String token) {
        Authentication authentication = authenticationManager.authenticate(new BearerTokenAuthenticationToken(token));
        if (authentication == null || !authentication.isAuthenticated()) {
            throw new BadCredentialsException("not authenticated");
        }
        return authentication;
    }

    /// When a token that was found good ends; null when it does not say.
    @Nullable
    Instant expiry(String token) {
        try {
            Date end = JWTParser.parse(token).getJWTClaimsSet().getExpirationTime();
            return end == null ? null : end.toInstant();
        } catch (ParseException e) {
            return null;
        }
    }
}
