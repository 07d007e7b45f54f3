package training.powerbi.client.signin;

import com.fasterxml.jackson.annotation.JsonProperty;
import training.powerbi.model.User;

/// The portal's answer to a sign-in or a renewal.
///
/// @param expiresIn seconds
public record Grant(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("expires_in") long expiresIn,
        @JsonProperty("refresh_token") String refreshToken,
        User user) {

    /// The tokens are credentials.
    @Override
    public String toString() {
        return "Grant[" + user.userId() + ']';
    }
}
