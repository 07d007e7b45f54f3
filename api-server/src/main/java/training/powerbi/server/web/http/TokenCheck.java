package training.powerbi.server.web.http;

import com.nimbusds.jwt.JWTParser;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.server.resource.authentication.AbstractOAuth2TokenAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.stereotype.Component;

/// Asks the same authority as the filter chain who a token belongs to.
@Component
public class TokenCheck {
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([A-Za-z0-9._~+/-]+=*)");

    private final AuthenticationManager authenticationManager;

    TokenCheck(@Lazy AuthenticationManager authenticationManager) {
        this.authenticationManager = authenticationManager;
    }

    /// The token of an `Authorization` value.
    ///
    /// @throws AuthenticationException when there is none
    public String bearer(@Nullable Object authorization) {
        if (authorization instanceof String text) {
            Matcher bearer = BEARER.matcher(text);
            if (bearer.matches()) {
                return bearer.group(1);
            }
        }
        throw new BadCredentialsException("no bearer token");
    }

    public Authentication authenticate(String token) {
        Authentication authentication = authenticationManager.authenticate(new BearerTokenAuthenticationToken(token));
        if (authentication == null || !authentication.isAuthenticated()) {
            throw new BadCredentialsException("not authenticated");
        }
        return authentication;
    }

    /// Looks again at whom the request was let in for: its body may have taken its time. From here on the request has
    /// the rights of now.
    ///
    /// @throws AuthenticationException when it would not be let in any more
    public void renew() {
        Authentication before = SecurityContextHolder.getContext().getAuthentication();
        if (before instanceof AbstractOAuth2TokenAuthenticationToken<?> known) {
            SecurityContextHolder.setContext(
                    new SecurityContextImpl(authenticate(known.getToken().getTokenValue())));
        }
    }

    /// Whether the token would bring the same user with the same rights as it did before.
    public boolean brings(String token, Authentication before) {
        try {
            Authentication now = authenticate(token);
            return now.getName().equals(before.getName())
                    && Set.copyOf(now.getAuthorities()).equals(Set.copyOf(before.getAuthorities()));
        } catch (AuthenticationServiceException nobodyCanTell) {
            // The token was good before; whoever keeps its connection open asks again soon.
            return true;
        } catch (AuthenticationException over) {
            return false;
        }
    }

    /// When a token that was found good ends; null when it does not say.
    public @Nullable Instant expiry(String token) {
        try {
            Date end = JWTParser.parse(token).getJWTClaimsSet().getExpirationTime();
            return end == null ? null : end.toInstant();
        } catch (ParseException e) {
            return null;
        }
    }
}
