package training.powerbi.server.account.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import me.gosimple.nbvcxz.Nbvcxz;

/// The 100,000 passwords that people choose most, from nbvcxz. Its score is not used: it would refuse good
/// passwords for reasons nobody can be told.
final class CommonPasswords {
    private final Set<String> words;

    CommonPasswords() {
        var resource = Objects.requireNonNull(
                Nbvcxz.class.getResourceAsStream("/dictionaries/passwords.txt"), "nbvcxz's list of passwords");
        try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            words = lines.lines()
                    .map(CommonPasswords::folded)
                    .filter(word -> word.length() >= PasswordRules.MIN_LENGTH)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean contains(String password) {
        return words.contains(folded(password));
    }

    private static String folded(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }
}
