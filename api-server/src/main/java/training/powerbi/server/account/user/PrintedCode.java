package training.powerbi.server.account.user;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import training.powerbi.model.TypedText;
import training.powerbi.server.digest.Digests;

/// Sixteen letters and digits that cannot be mistaken for one another: 80 random bits. Whoever brings it is let in;
/// only its hash is stored.
///
/// @param letters without separators, in upper case
public record PrintedCode(String letters) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final Pattern BETWEEN = Pattern.compile("[\\p{Z}\\p{Pd}\\s\u2212]");
    private static final SecureRandom RANDOM = new SecureRandom();

    public static PrintedCode random() {
        return new PrintedCode(RANDOM.ints(16, 0, ALPHABET.length())
                .mapToObj(i -> ALPHABET.substring(i, i + 1))
                .collect(Collectors.joining()));
    }

    /// As a person typed it, in whatever groups.
    ///
    /// @throws training.powerbi.model.error.PortalException BAD_USER_INPUT when it is broken
    public static PrintedCode typed(String field, String text) {
        var plain = Normalizer.normalize(TypedText.of(field, text), Normalizer.Form.NFKC);
        return new PrintedCode(BETWEEN.matcher(plain)
                .replaceAll("")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1'));
    }

    /// When a code that is made now was made, as far as its validity goes: later than whatever it must outlast, even if
    /// the clock was put back since.
    public static Instant madeAt(Instant now, @Nullable Instant... changes) {
        var made = now;
        for (var change : changes) {
            if (change != null && !change.isBefore(made)) {
                made = change.plus(1, ChronoUnit.MICROS);
            }
        }
        return made;
    }

    public String text() {
        return letters.replaceAll("(.{4})(?!$)", "$1-");
    }

    /// Names the code in the audit log without admitting anyone.
    public String label(String kind) {
        return kind + "-" + hash().substring(0, 8);
    }

    public String hash() {
        return Digests.hexSha256(letters);
    }

    @Override
    public String toString() {
        return label("code");
    }
}
