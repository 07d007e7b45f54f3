package training.powerbi.server.material.deck;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import training.powerbi.server.digest.Digests;

/// A file's path inside its deck, as links in the deck name it: parts separated by `/`, none of which leads
/// anywhere else.
///
/// @param path such as `img/first page.png`
public record DeckPath(String path) {
    private static final int LONGEST = 1_000;
    private static final int LONGEST_PART = 200;
    private static final int DEEPEST = 32;
    private static final int LONGEST_STORED_PART = 100;
    private static final int LONGEST_STORED = 340;
    /// Names that Windows takes for devices, whatever follows the dot.
    private static final Pattern DEVICE =
            Pattern.compile("(?:con|prn|aux|nul|com\\d|lpt\\d)(?:\\..*)?", Pattern.CASE_INSENSITIVE);
    /// What browsers, the firewall before the portal or a file system read as more than a letter.
    private static final String MEANINGFUL = "\\:*?\"<>|;%#";
    private static final char ESCAPE = '_';

    /// The path in its composed form: what one tool writes as `u` and two dots is the `ü` of another.
    ///
    /// @return empty when [#fault] finds one
    public static Optional<DeckPath> of(String path) {
        var composed = Normalizer.normalize(path, Normalizer.Form.NFC);
        return fault(composed).isEmpty() ? Optional.of(new DeckPath(composed)) : Optional.empty();
    }

    /// The rule that the path breaks: it is absolute, leads out of the deck, is too long or deep, or has characters
    /// that cannot be part of an address.
    static Optional<String> fault(String path) {
        if (letters(path) > LONGEST) {
            return Optional.of("is longer than " + LONGEST + " letters");
        }
        var parts = path.split("/", -1);
        if (parts.length > DEEPEST) {
            return Optional.of("lies deeper than " + DEEPEST + " folders");
        }
        return Arrays.stream(parts).flatMap(part -> faultOf(part).stream()).findFirst();
    }

    private static Optional<String> faultOf(String part) {
        if (part.isBlank()) {
            return Optional.of("begins with a / or has an empty part");
        }
        if (part.equals(".") || part.equals("..")) {
            return Optional.of("leads elsewhere");
        }
        if (letters(part) > LONGEST_PART) {
            return Optional.of("has a part longer than " + LONGEST_PART + " letters");
        }
        return part.codePoints()
                .filter(DeckPath::forbidden)
                .mapToObj(character -> MEANINGFUL.indexOf(character) >= 0
                        ? "has the character " + Character.toString(character) + ", which links cannot name safely"
                        : "has a character that cannot be seen")
                .findFirst();
    }

    private static int letters(String text) {
        return text.codePointCount(0, text.length());
    }

    private static boolean forbidden(int character) {
        return MEANINGFUL.indexOf(character) >= 0
                || Character.isISOControl(character)
                || Character.getType(character) == Character.SURROGATE
                || isDirection(character);
    }

    /// Signs that turn the letters behind them around, so that `exe.gnp` is read as `png.exe`. Other letters nobody
    /// sees, such as joiners, are parts of names in many languages.
    private static boolean isDirection(int character) {
        return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
    }

    /// The same path in the letters a blob's name may have. Different paths stay different, on disks that ignore case
    /// as far as [#key()] tells them apart. What would be too long for a store is told by its sum instead.
    public String stored() {
        var stored =
                Arrays.stream(path.split("/", -1)).map(DeckPath::storedOrSum).collect(Collectors.joining("/"));
        return stored.length() <= LONGEST_STORED ? stored : sum(path);
    }

    private static String storedOrSum(String part) {
        var stored = stored(part);
        return stored.length() <= LONGEST_STORED_PART ? stored : sum(part);
    }

    /// No escape begins so, so that it cannot be taken for a name.
    private static String sum(String text) {
        return ESCAPE + "-" + Digests.hexSha256(text);
    }

    /// Whether the path can be told from its stored form.
    public boolean isKeptByName() {
        return ofStored(stored()).isPresent();
    }

    private static String stored(String part) {
        var name = new StringBuilder();
        boolean device = DEVICE.matcher(part).matches();
        for (byte letter : part.getBytes(StandardCharsets.UTF_8)) {
            boolean first = name.isEmpty();
            if (isPlain(letter, first) && !(device && first)) {
                name.append((char) letter);
            } else {
                name.append(ESCAPE).append(HexFormat.of().toHexDigits(letter));
            }
        }
        if (name.charAt(name.length() - 1) == '.') {
            name.setLength(name.length() - 1);
            name.append(ESCAPE).append(HexFormat.of().toHexDigits((byte) '.'));
        }
        return name.toString();
    }

    private static boolean isPlain(byte letter, boolean first) {
        return (letter >= '0' && letter <= '9')
                || (letter >= 'A' && letter <= 'Z')
                || (letter >= 'a' && letter <= 'z')
                || letter == '-'
                || (letter == '.' && !first);
    }

    /// The path that [#stored()] gives this text.
    static Optional<DeckPath> ofStored(String stored) {
        var bytes = new ByteArrayOutputStream();
        for (int at = 0; at < stored.length(); at++) {
            char letter = stored.charAt(at);
            if (letter != ESCAPE) {
                bytes.write(letter);
            } else if (at + 2 < stored.length()
                    && HexFormat.isHexDigit(stored.charAt(at + 1))
                    && HexFormat.isHexDigit(stored.charAt(at + 2))) {
                bytes.write(HexFormat.fromHexDigits(stored, at + 1, at + 3));
                at += 2;
            } else {
                return Optional.empty();
            }
        }
        // Not composed: what an older portal stored is found as it was.
        var path = bytes.toString(StandardCharsets.UTF_8);
        return fault(path).isEmpty()
                ? Optional.of(new DeckPath(path))
                        .filter(deckPath -> deckPath.stored().equals(stored))
                : Optional.empty();
    }

    /// Equal for paths that one disk or another takes for the same.
    String key() {
        return Normalizer.normalize(path, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    boolean isAlike(DeckPath other) {
        return key().equals(other.key());
    }

    /// Without its first part, of which there are more.
    DeckPath withoutTopFolder() {
        return new DeckPath(path.substring(path.indexOf('/') + 1));
    }

    /// The first part, when there are more.
    Optional<String> topFolder() {
        int end = path.indexOf('/');
        return end < 0 ? Optional.empty() : Optional.of(path.substring(0, end));
    }

    @Override
    public String toString() {
        return path;
    }
}
