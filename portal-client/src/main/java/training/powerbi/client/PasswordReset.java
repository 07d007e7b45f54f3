package training.powerbi.client;

import java.time.Instant;

/// What lets a person who forgot the password choose a new one. Works once.
public record PasswordReset(String code, Instant expiresAt) {

    /// The code is a credential.
    @Override
    public String toString() {
        return "PasswordReset[" + expiresAt + ']';
    }
}
