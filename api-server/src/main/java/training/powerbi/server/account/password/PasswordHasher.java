package training.powerbi.server.account.password;

import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import training.powerbi.model.TypedText;
import training.powerbi.model.error.PortalException;

/// Argon2id with 19 MiB, 2 passes, 1 lane, over the password in Unicode's NFC: keyboards differ in how they type an ä.
/// Each hash takes its memory for as long as it runs, so only a few run at once and the rest wait.
@Component
public class PasswordHasher {
    /// Nobody's: random bytes in the place of a hash. Checking against it takes as long as any check.
    static final String NOBODY =
            "$argon2id$v=19$m=19456,t=2,p=1$3Zc5p1oWmU0sQ8n2rV7xTg" + "$0bXo7m1yq3nJH2cR5kq9dWvLrU6tYsEa4fPzGiQx8Mw";
    private static final int WAIT_SECONDS = 30;
    /// A letter may be typed as so many characters.
    static final int SPELLED_OUT = 4;

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
    private final Semaphore running =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

    public String hash(String password) {
        return limited(() -> String.valueOf(argon2.encode(spelled(password))));
    }

    /// Whether this is the password behind the hash. Hashes of earlier versions are of the password as it was typed
    /// when it was chosen, so that it and both of Unicode's spellings are tried.
    ///
    /// @param hash null when there is no such account or it has no password; the answer is then no, after the
    /// same time
    public boolean matches(String password, @Nullable String hash) {
        if (password.length() > SPELLED_OUT * PasswordRules.MAX_LENGTH || TypedText.broken(password)) {
            return false;
        }
        var known = hash == null ? NOBODY : hash;
        return Stream.of(spelled(password), password, Normalizer.normalize(password, Normalizer.Form.NFD))
                        .distinct()
                        .filter(spelling -> spelling.length() <= SPELLED_OUT * PasswordRules.MAX_LENGTH)
                        .anyMatch(spelling -> limited(() -> argon2.matches(spelling, known)))
                && hash != null;
    }

    static String spelled(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    private <T> T limited(Supplier<T> work) {
        try {
            if (!running.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return work.get();
        } finally {
            running.release();
        }
    }

    private static PortalException busy() {
        return PortalException.tooManyRequests("Too many people are signing in at once; try again shortly.", 5);
    }
}
