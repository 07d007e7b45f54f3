package training.powerbi.server.account.token;

import java.nio.charset.StandardCharsets;

/// A configured secret. Its text form is masked, so it cannot end up in a log or an error by accident.
public record Secret(String value) {

    /// Lets Spring bind a property to it.
    public static Secret valueOf(String value) {
        return new Secret(value);
    }

    /// An empty value means "not set", as an empty environment variable does.
    public boolean isSet() {
        return !value.isBlank();
    }

    byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "********";
    }
}
