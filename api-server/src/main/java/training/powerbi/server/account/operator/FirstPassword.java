package training.powerbi.server.account.operator;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;

/// A password that is shown once, on the operator's terminal, and has to be changed at the first sign-in.
final class FirstPassword {
    private static final SecureRandom RANDOM = new SecureRandom();

    private FirstPassword() {}

    static String random() {
        var bytes = new byte[15];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }

    static String notice(String whose, String email, String password) {
        return String.format(Locale.ROOT, """

                  %s:
                    e-mail:   %s
                    password: %s
                  The password is shown only this once. The first sign-in asks for a new one.

                """, whose, email, password);
    }
}
