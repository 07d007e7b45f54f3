package training.powerbi.cli.signin;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.User;

/// A session as it lies between two commands.
///
/// @param portal its address
/// @param refreshToken null when Microsoft renews the token
record KeptSession(
        String portal,
        User user,
        String accessToken,
        Instant accessEnds,
        @Nullable String refreshToken) {
    private static final Duration LEAST = Duration.ofSeconds(30);

    /// Whether the token is good for a request now.
    boolean holdsAt(Instant now) {
        return now.plus(LEAST).isBefore(accessEnds);
    }

    /// The tokens are credentials.
    @Override
    public String toString() {
        return "KeptSession[" + portal + ", " + user.userId() + ']';
    }
}
