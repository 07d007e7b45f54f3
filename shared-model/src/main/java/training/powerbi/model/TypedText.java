package training.powerbi.model;

import java.text.Normalizer;
import training.powerbi.model.error.PortalException;

/// A text as the portal takes it from people: what two of them see as the same is the same. White space of every kind
/// around it is gone, so are characters that show nothing (zero-width, soft hyphen, direction marks, selectors of
/// shapes
/// that there are not) wherever they stand, and each letter has one spelling (Unicode's NFC).
///
/// @param value the text after that
public record TypedText(String value) {
    /// Unicode's stream-safe limit. Putting marks in order takes longer than linear time.
    private static final int MOST_MARKS = 30;
    private static final int KEY = 0x20E3;

    public TypedText {
        value = cleaned(value);
    }

    /// The text of a field, cleaned.
    ///
    /// @throws PortalException BAD_USER_INPUT naming the field when no cleaning helps
    public static String of(String field, String typed) {
        if (broken(typed)) {
            throw PortalException.badInput(
                    field, "The " + field + " holds half of a character; type it again instead of pasting it.");
        }
        if (overloaded(typed)) {
            throw PortalException.badInput(
                    field, "The " + field + " has more than " + MOST_MARKS + " accents on one letter; take some away.");
        }
        return new TypedText(typed).value();
    }

    /// Whether half of a surrogate pair stands alone: it has no bytes, so what was stored would not be what was typed.
    public static boolean broken(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isHighSurrogate(unit)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(unit)) {
                return true;
            }
        }
        return false;
    }

    private static String cleaned(String typed) {
        if (typed.chars().allMatch(unit -> unit < 0x80)) {
            return stripped(typed);
        }
        var seen = new StringBuilder(typed.length());
        var characters = typed.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            if (new Glyph(characters[i]).isShown() || joinsPictures(characters, i) || selectsShape(characters, i)) {
                seen.appendCodePoint(characters[i]);
            }
        }
        return stripped(overloaded(seen) ? seen.toString() : Normalizer.normalize(seen, Normalizer.Form.NFC));
    }

    /// A joiner between two pictures makes them one, as families and professions are; anywhere else it shows nothing.
    private static boolean joinsPictures(int[] characters, int at) {
        return characters[at] == 0x200D
                && at > 0
                && at + 1 < characters.length
                && Character.isExtendedPictographic(characters[at + 1])
                && (Character.isExtendedPictographic(characters[at - 1])
                        || Character.isEmojiModifier(characters[at - 1])
                        || characters[at - 1] == 0xFE0F);
    }

    /// A selector stays where it selects: behind what has several shapes, or between a digit and the frame of its key.
    private static boolean selectsShape(int[] characters, int at) {
        return at > 0
                && new Glyph(characters[at]).isSelector()
                && (new Glyph(characters[at - 1]).hasShapes()
                        || (at + 1 < characters.length
                                && characters[at + 1] == KEY
                                && Character.isEmoji(characters[at - 1])));
    }

    private static boolean overloaded(CharSequence text) {
        int marks = 0;
        for (int character : text.codePoints().toArray()) {
            marks = new Glyph(character).isMark() ? marks + 1 : 0;
            if (marks > MOST_MARKS) {
                return true;
            }
        }
        return false;
    }

    private static String stripped(String text) {
        var characters = text.codePoints().toArray();
        int from = 0;
        int to = characters.length;
        while (from < to && new Glyph(characters[from]).isBlank()) {
            from++;
        }
        while (to > from && new Glyph(characters[to - 1]).isBlank()) {
            to--;
        }
        return to - from == characters.length ? text : new String(characters, from, to - from);
    }
}
