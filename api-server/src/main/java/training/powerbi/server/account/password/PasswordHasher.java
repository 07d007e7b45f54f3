package training.powerbi.server.account.password;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import training.powerbi.model.error.PortalException;

/// Argon2id with 19 MiB, 2 passes, 1 lane. Each hash takes its memory for as long as it runs, so only a few
/// run at once and the rest wait.
@Component
public class PasswordHasher {
    /// Nobody's: random bytes in the place of a hash. Checking against it takes as long as any check.
    static final String NOBODY =
            "$argon2id$v=19$m=19456,t=2,p=1$3Zc5p1oWmU0sQ8n2rV7xTg" + "$0bXo7m1yq3nJH2cR5kq9dWvLrU6tYsEa4fPzGiQx8Mw";
    private static final int WAIT_SECONDS = 30;

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
    private final Semaphore running =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

    public String hash(String password) {
        return limited(() -> String.valueOf(argon2.encode(password)));
    }

    /// Whether this is the password behind the hash.
    ///
    /// @param hash null when there is no such account or it has no password; the answer is then no, after the
    /// same time
    public boolean matches(String password, @Nullable String hash) {
        if (password.length() > PasswordRules.MAX_LENGTH || !encodable(password)) {
            return false;
        }
        return limited(() -> argon2.matches(password, hash == null ? NOBODY : hash)) && hash != null;
    }

    /// Half a surrogate pair has no bytes in UTF-8.
    static boolean encodable(String text) {
        try {
            StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
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
