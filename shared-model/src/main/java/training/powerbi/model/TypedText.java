package training.powerbi.model;

import java.text.Normalizer;
import java.util.stream.IntStream;
import training.powerbi.model.error.PortalException;

/// A text as the portal takes it from people: what two of them see as the same is the same. White space of every kind
/// around it is gone, so are characters that show nothing (zero-width, soft hyphen, direction marks) wherever they
/// stand, and each letter has one spelling (Unicode's NFC).
///
/// @param value the text after that
public record TypedText(String value) {
    /// Unicode's stream-safe limit. Putting marks in order takes longer than linear time.
    private static final int MOST_MARKS = 30;

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
            if (shown(characters[i]) || joinsPictures(characters, i)) {
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

    private static boolean shown(int character) {
        return switch (character) {
            // The grapheme joiner and the letters of scripts that are blank by definition.
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0 -> false;
            // The signs that some scripts write around a number, and hieroglyphs' brackets, are of the same kind as
            // direction marks, yet they show.
            case 0x0600, 0x0601, 0x0602, 0x0603, 0x0604, 0x0605, 0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2 -> true;
            case 0x110BD, 0x110CD -> true;
            default ->
                Character.getType(character) != Character.FORMAT || (character >= 0x13430 && character <= 0x1345F);
        };
    }

    private static boolean overloaded(CharSequence text) {
        int marks = 0;
        for (int character : text.codePoints().toArray()) {
            marks = mark(character) ? marks + 1 : 0;
            if (marks > MOST_MARKS) {
                return true;
            }
        }
        return false;
    }

    private static boolean mark(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK
                // What is not shown is taken out and does not part one mark from the next.
                || type == Character.FORMAT;
    }

    private static String stripped(String text) {
        var characters = text.codePoints().toArray();
        int from = 0;
        int to = characters.length;
        while (from < to && white(characters[from])) {
            from++;
        }
        while (to > from && white(characters[to - 1])) {
            to--;
        }
        return to - from == characters.length ? text : new String(characters, from, to - from);
    }

    /// Java's own idea leaves out the spaces that must not break a line, and the next-line character.
    private static boolean white(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || IntStream.of(0x85, 0x2800).anyMatch(blank -> blank == character);
    }
}
