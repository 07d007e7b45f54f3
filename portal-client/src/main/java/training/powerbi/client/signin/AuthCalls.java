package training.powerbi.client.signin;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import training.powerbi.client.PortalConfig;
import training.powerbi.client.UnreachableException;
import training.powerbi.client.http.Json;
import training.powerbi.client.http.PortalHttp;
import training.powerbi.model.User;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// The portal's own sign-in, request by request, for programs that keep sessions in a way of their own; others use
/// [PasswordSignIn]. Calls block; safe for use by many threads.
///
/// They throw [PortalException] when the portal refuses, and [UnreachableException].
public final class AuthCalls {
    private static final Duration REFRESH = Duration.ofSeconds(8);
    private static final int REFRESH_TRIES = 3;

    private final PortalHttp http;

    AuthCalls(PortalHttp http) {
        this.http = http;
    }

    /// Connects when something is first asked for.
    public static AuthCalls to(URI portal) {
        return new AuthCalls(PortalHttp.to(portal));
    }

    /// What the portal says of itself.
    public PortalConfig config() {
        return http.config();
    }

    public Grant login(String email, char[] password) {
        return http.ask(
                post("login", Map.of("email", email, "password", new String(password)))
                        .build(),
                Grant.class);
    }

    /// Trades a refresh token for the next. When the answer is lost, the portal gives it again for half a minute, so
    /// that it is asked for a few times within that.
    public Grant refresh(String refreshToken) {
        var request = post("refresh", Map.of("refresh_token", refreshToken))
                .timeout(REFRESH)
                .build();
        for (int left = REFRESH_TRIES - 1; ; left--) {
            try {
                return http.ask(request, Grant.class);
            } catch (UnreachableException lost) {
                if (left == 0 || lost.reason() != UnreachableException.Reason.NO_ANSWER) {
                    throw lost;
                }
            }
        }
    }

    public void logout(String refreshToken) {
        http.tell(post("logout", Map.of("refresh_token", refreshToken)).build());
    }

    public void changePassword(String token, char[] current, char[] next) {
        var body = Map.of("currentPassword", new String(current), "newPassword", new String(next));
        http.tell(post("password", body)
                .header("Authorization", "Bearer " + token)
                .build());
    }

    /// Whose token it is.
    public User me(String token) {
        return http.ask(as(token, http.request("/api/v1/auth/me")).build(), User.class);
    }

    /// Until the password is changed, the portal refuses everything, even what anybody may ask.
    public boolean passwordChangeRequired(String token) {
        try {
            http.tell(as(token, http.request(PortalHttp.CONFIG)).build());
            return false;
        } catch (PortalException refused) {
            if (refused.code() == ErrorCode.PASSWORD_CHANGE_REQUIRED) {
                return true;
            }
            throw refused;
        }
    }

    private static HttpRequest.Builder as(String token, HttpRequest.Builder request) {
        return request.header("Authorization", "Bearer " + token).GET();
    }

    private HttpRequest.Builder post(String call, Map<String, String> body) {
        return http.request("/api/v1/auth/" + call)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.MAPPER.writeValueAsString(body)));
    }
}
