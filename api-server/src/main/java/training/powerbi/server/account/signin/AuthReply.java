package training.powerbi.server.account.signin;

import com.fasterxml.jackson.annotation.JsonProperty;
import training.powerbi.model.User;

/// The answer to a sign-in, in OAuth 2.0's words.
public record AuthReply(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("token_type") String tokenType,
        @JsonProperty("expires_in") long expiresIn,
        @JsonProperty("refresh_token") String refreshToken,
        @JsonProperty("user") User user) {

    /// The tokens are credentials.
    @Override
    public String toString() {
        return "AuthReply[" + user.userId() + ']';
    }
}
