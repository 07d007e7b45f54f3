package training.powerbi.server.account.password;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import training.powerbi.model.TypedText;

/// Which new passwords are accepted: long enough and not among the first that anyone would try. No rules about
/// kinds of characters, as NIST SP 800-63B advises.
@Component
public class PasswordRules {
    static final int MIN_LENGTH = 8;
    static final int MAX_LENGTH = 1024;
    /// Printed in the product's documents, or obvious to anyone who knows what this portal is about.
    private static final Set<String> HOUSE_WORDS = Set.of(
            "powerbi2026admin!",
            "powerbi2026admin",
            "powerbi2026",
            "powerbi2026!",
            "powerbi123",
            "powerbi1",
            "microsoftfabric",
            "admin@powerbi.training");

    // A list of 100,000 is read when someone first chooses a password, not at start.
    private final SingletonSupplier<CommonPasswords> common = SingletonSupplier.of(CommonPasswords::new);

    /// A sentence that says what is wrong with the password, or empty when it is good.
    ///
    /// @param typed the password as it came
    /// @param email of its owner
    public Optional<String> complaint(String typed, String email) {
        if (TypedText.broken(typed)) {
            return Optional.of("The password contains a broken character; choose another one.");
        }
        if (typed.length() > PasswordHasher.SPELLED_OUT * MAX_LENGTH) {
            return tooLong();
        }
        var password = PasswordHasher.spelled(typed);
        if (password.codePointCount(0, password.length()) < MIN_LENGTH) {
            return Optional.of("Choose a password of at least " + MIN_LENGTH + " characters.");
        }
        if (password.length() > MAX_LENGTH) {
            return tooLong();
        }
        var folded = password.strip().toLowerCase(Locale.ROOT);
        if (common.obtain().contains(password) || HOUSE_WORDS.contains(folded) || repeats(folded)) {
            return Optional.of("This password is among the first that anyone would try; choose another one.");
        }
        if (folded.equals(email) || email.startsWith(folded + '@')) {
            return Optional.of("Choose a password that is not your e-mail address.");
        }
        return Optional.empty();
    }

    private static Optional<String> tooLong() {
        return Optional.of("Choose a password of at most " + MAX_LENGTH + " characters.");
    }

    /// One to four characters over and over, or a straight run such as `23456789`.
    private static boolean repeats(String word) {
        return IntStream.rangeClosed(1, 4).anyMatch(period -> follows(word, period, 0)) || follows(word, 1, 1);
    }

    private static boolean follows(String word, int period, int step) {
        return IntStream.range(period, word.length()).allMatch(i -> word.charAt(i) == word.charAt(i - period) + step);
    }
}
