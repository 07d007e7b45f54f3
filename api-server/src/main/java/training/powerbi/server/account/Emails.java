package training.powerbi.server.account;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.error.PortalException;

/// E-mail addresses as account names.
final class Emails {
    private static final int MAX_LENGTH = 254;
    private static final Pattern FORM =
            Pattern.compile("[^\\s\\p{Cntrl}@<>\"(),:;\\[\\]]+@[^\\s\\p{Cntrl}@<>\"(),:;\\[\\]]+");

    private Emails() {}

    /// One spelling for one address.
    static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    static String required(@Nullable String email) {
        if (email == null || email.isBlank()) {
            throw PortalException.badInput("email", "Enter an e-mail address.");
        }
        var normal = normal(email);
        if (normal.length() > MAX_LENGTH || !FORM.matcher(normal).matches()) {
            throw PortalException.badInput("email", "This is not an e-mail address.");
        }
        return normal;
    }
}
