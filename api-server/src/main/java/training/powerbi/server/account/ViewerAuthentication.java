package training.powerbi.server.account;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.server.resource.authentication.AbstractOAuth2TokenAuthenticationToken;

/// A viewer with the access token they came with. Its token's `expiresAt` tells the edge when to close a socket.
public final class ViewerAuthentication extends AbstractOAuth2TokenAuthenticationToken<OAuth2AccessToken> {
    private static final long serialVersionUID = 1L;

    private final transient Viewer viewer;
    private final @Nullable String sessionId;

    public ViewerAuthentication(
            Viewer viewer,
            OAuth2AccessToken token,
            @Nullable String sessionId,
            Collection<? extends GrantedAuthority> authorities) {
        super(token, viewer, token, authorities);
        this.viewer = viewer;
        this.sessionId = sessionId;
        setAuthenticated(true);
    }

    public Viewer viewer() {
        return viewer;
    }

    /// Null for tokens of Entra ID, whose sessions are not ours.
    @Nullable
    public String sessionId() {
        return sessionId;
    }

    @Override
    public String getName() {
        return viewer.userId();
    }

    @Override
    public Map<String, Object> getTokenAttributes() {
        return Map.of("sub", viewer.userId());
    }

    // Equal viewers with equal rights and tokens are equal, whatever session they name.
    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
