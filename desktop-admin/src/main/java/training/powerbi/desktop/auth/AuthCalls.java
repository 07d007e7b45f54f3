package training.powerbi.desktop.auth;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import training.powerbi.desktop.api.Json;
import training.powerbi.desktop.api.PortalConfig;
import training.powerbi.desktop.api.PortalHttp;
import training.powerbi.model.User;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

/// The portal's own sign-in, request by request.
final class AuthCalls {
    private static final String CONFIG = "/api/v1/config";

    private final PortalHttp http;

    AuthCalls(PortalHttp http) {
        this.http = http;
    }

    PortalConfig config() {
        return http.ask(http.request(CONFIG).GET().build(), PortalConfig.class);
    }

    Grant login(String email, char[] password) {
        return http.ask(
                post("login", Map.of("email", email, "password", new String(password)))
                        .build(),
                Grant.class);
    }

    /// Trades a refresh token for the next; the old one is dead then.
    Grant refresh(String refreshToken) {
        return http.ask(post("refresh", Map.of("refresh_token", refreshToken)).build(), Grant.class);
    }

    void logout(String refreshToken) {
        http.tell(post("logout", Map.of("refresh_token", refreshToken)).build());
    }

    void changePassword(String token, char[] current, char[] next) {
        var body = Map.of("currentPassword", new String(current), "newPassword", new String(next));
        http.tell(post("password", body)
                .header("Authorization", "Bearer " + token)
                .build());
    }

    User me(String token) {
        return http.ask(as(token, http.request("/api/v1/auth/me")).build(), User.class);
    }

    /// Until the password is changed, the portal refuses everything, even what anybody may ask.
    boolean passwordChangeRequired(String token) {
        try {
            http.tell(as(token, http.request(CONFIG)).build());
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
