package training.powerbi.server.material.deck;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/// Names of files that are not UTF-8. No archive says what they are in: zip meant the letters of old PCs, programs of
/// Windows write its own, those of Japan and China theirs. The first that makes letters of all bytes is taken; each
/// turns the names of the others into lines, signs or letters of another script.
final class OldNames {
    private static final IntPredicate LATIN =
            letter -> Character.isLetter(letter) && Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN;
    /// No western word has so many letters with accents, one behind the other.
    private static final Pattern ACCENTS = Pattern.compile("[^\\x00-\\x7F]{3}");

    private record Alphabet(String charset, boolean western, IntPredicate plausible) {}

    private static final List<Alphabet> ALPHABETS = List.of(
            new Alphabet("IBM437", true, LATIN),
            new Alphabet("windows-1252", true, LATIN.or(letter -> "–—’‘“”€§°".indexOf(letter) >= 0)),
            new Alphabet("windows-31j", false, OldNames::isFullWidth),
            new Alphabet("GBK", false, OldNames::isFullWidth));

    private OldNames() {}

    /// Half-width letters are what other names look like in the alphabet of Japan.
    private static boolean isFullWidth(int letter) {
        return Character.isLetterOrDigit(letter) && (letter < 0xFF61 || letter > 0xFF9F);
    }

    static String read(ByteBuffer name) {
        return ALPHABETS.stream()
                .flatMap(alphabet -> read(name, alphabet).stream())
                .findFirst()
                .orElseGet(() -> charset("IBM437").decode(name.duplicate()).toString());
    }

    private static Optional<String> read(ByteBuffer name, Alphabet alphabet) {
        try {
            var text = charset(alphabet.charset())
                    .newDecoder()
                    .decode(name.duplicate())
                    .toString();
            boolean plausible =
                    text.codePoints().filter(letter -> letter >= 128).allMatch(alphabet.plausible())
                            && !(alphabet.western() && ACCENTS.matcher(text).find());
            return plausible ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException another) {
            return Optional.empty();
        }
    }

    /// A Java without the extended ones reads any bytes as letters all the same.
    private static Charset charset(String name) {
        return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.ISO_8859_1;
    }
}
