package training.powerbi.server.caption;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Text as a search sees it: without case and accents, so that `Zürich` is found by `zurich`, with the apostrophes and
/// dashes of a keyboard, and without letters that nobody sees.
///
/// @param text normalized
/// @param origins for each character of it, where in the original it came from
record NormalizedText(String text, List<Integer> origins) {

    static NormalizedText of(String original) {
        var text = new StringBuilder(original.length());
        var origins = new ArrayList<Integer>();
        for (int at = 0; at < original.length(); ) {
            int character = original.codePointAt(at);
            append(character, text);
            while (origins.size() < text.length()) {
                origins.add(at);
            }
            at += Character.charCount(character);
        }
        return new NormalizedText(text.toString(), origins);
    }

    static String normalize(String original) {
        var text = new StringBuilder(original.length());
        original.codePoints().forEach(character -> append(character, text));
        return text.toString();
    }

    /// Where in the original the character at this place of the normalized text came from.
    int origin(int at) {
        return origins.get(at);
    }

    private static void append(int character, StringBuilder normalized) {
        if (character < 128) {
            normalized.append((char) Character.toLowerCase(character));
        } else if (!isUnseen(character)) {
            normalized.append(typed(character));
        }
    }

    /// As one would type it to search for it.
    private static String typed(int character) {
        return switch (character) {
            case '\u2018', '\u2019', '\u201A', '\u201B', '\u02BC', '\u02B9', '\u2032', '\u00B4' -> "'";
            case '\u201C', '\u201D', '\u201E', '\u201F', '\u00AB', '\u00BB', '\u2033' -> "\"";
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> "-";
            case 'ς' -> "σ";
            default -> plain(character);
        };
    }

    /// Soft hyphens, joiners, directions: they steer how letters are set.
    private static boolean isUnseen(int character) {
        return Character.getType(character) == Character.FORMAT;
    }

    private static String plain(int character) {
        var parts = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD);
        var normalized = new StringBuilder(parts.length());
        parts.codePoints().filter(part -> !isAccent(part)).forEach(normalized::appendCodePoint);
        return normalized.toString().toLowerCase(Locale.ROOT).replace("ß", "ss").replace("ı", "i");
    }

    /// Accents of European scripts; the vowel signs of others tell words apart.
    private static boolean isAccent(int character) {
        return (character >= 0x0300 && character <= 0x036F) || (character >= 0x1DC0 && character <= 0x1DFF);
    }
}
