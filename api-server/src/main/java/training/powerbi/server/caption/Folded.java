package training.powerbi.server.caption;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Text as a search sees it: without case and accents, so that `Zürich` is found by `zurich`.
///
/// @param text folded
/// @param origins for each character of it, where in the original it came from
record Folded(String text, List<Integer> origins) {

    static Folded of(String original) {
        var text = new StringBuilder(original.length());
        var origins = new ArrayList<Integer>();
        for (int at = 0; at < original.length(); ) {
            int character = original.codePointAt(at);
            var folded = fold(character);
            for (int i = 0; i < folded.length(); i++) {
                origins.add(at);
            }
            text.append(folded);
            at += Character.charCount(character);
        }
        return new Folded(text.toString(), origins);
    }

    static String fold(String original) {
        var text = new StringBuilder(original.length());
        original.codePoints().forEach(character -> text.append(fold(character)));
        return text.toString();
    }

    /// Where in the original the character at this place of the folded text came from.
    int origin(int at) {
        return origins.get(at);
    }

    private static String fold(int character) {
        if (character < 128) {
            return Character.toString(Character.toLowerCase(character));
        }
        var parts = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD);
        var folded = new StringBuilder(parts.length());
        parts.codePoints().filter(part -> !isAccent(part)).forEach(folded::appendCodePoint);
        return folded.toString().toLowerCase(Locale.ROOT).replace("ß", "ss").replace("ı", "i");
    }

    /// Accents of European scripts; the vowel signs of others tell words apart.
    private static boolean isAccent(int character) {
        return (character >= 0x0300 && character <= 0x036F) || (character >= 0x1DC0 && character <= 0x1DFF);
    }
}
