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

/// A file's path inside its deck, as links in the deck name it: parts separated by `/`, none of which leads
/// anywhere else.
///
/// @param path such as `img/first page.png`
public record DeckPath(String path) {
    private static final int LONGEST = 200;
    private static final int DEEPEST = 10;
    private static final int LONGEST_STORED_PART = 100;
    private static final int LONGEST_STORED = 340;
    /// Names that Windows takes for devices, whatever follows the dot.
    private static final Pattern DEVICE =
            Pattern.compile("(?:con|prn|aux|nul|com\\d|lpt\\d)(?:\\..*)?", Pattern.CASE_INSENSITIVE);
    /// What browsers, the firewall before the portal or a file system read as more than a letter.
    private static final String MEANINGFUL = "\\:*?\"<>|;%#";
    private static final char ESCAPE = '_';

    /// Empty when the path is absolute, leads out of the deck, is too long or deep, or has characters that
    /// cannot be part of an address.
    public static Optional<DeckPath> of(String path) {
        var parts = path.split("/", -1);
        boolean fine = path.length() <= LONGEST
                && parts.length <= DEEPEST
                && Arrays.stream(parts).allMatch(DeckPath::isName);
        return fine
                ? Optional.of(new DeckPath(path))
                        .filter(deckPath -> deckPath.stored().length() <= LONGEST_STORED)
                : Optional.empty();
    }

    private static boolean isName(String part) {
        return !part.isBlank()
                && !part.equals(".")
                && !part.equals("..")
                && part.codePoints().noneMatch(DeckPath::forbidden)
                && stored(part).length() <= LONGEST_STORED_PART;
    }

    private static boolean forbidden(int character) {
        return MEANINGFUL.indexOf(character) >= 0
                || Character.isISOControl(character)
                || Character.getType(character) == Character.SURROGATE
                || Character.getType(character) == Character.FORMAT;
    }

    /// The same path in the letters a blob's name may have. Different paths stay different, on disks that ignore case
    /// as far as [#key()] tells them apart.
    public String stored() {
        return Arrays.stream(path.split("/", -1)).map(DeckPath::stored).collect(Collectors.joining("/"));
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
        return of(bytes.toString(StandardCharsets.UTF_8))
                .filter(path -> path.stored().equals(stored));
    }

    /// Equal for paths that one disk or another takes for the same.
    String key() {
        return Normalizer.normalize(path, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
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
