package training.powerbi.model;

import java.lang.Character.UnicodeScript;

/// What can be seen of a character. The one place that knows: names, titles, e-mail addresses, file names and pasted
/// links all ask here.
///
/// @param character a Unicode code point
public record Glyph(int character) {

    /// Whether there is anything to see or any room taken. What is not shown is Unicode's
    /// `Default_Ignorable_Code_Point` and all of the type of direction marks, less the few that show.
    public boolean isShown() {
        return switch (character) {
            // The grapheme joiner, the letters of scripts that are blank by definition, and Khitan's filler.
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2065, 0x3164, 0xFFA0, 0x16FE4 -> false;
            // The signs that some scripts write around a number, and hieroglyphs' brackets, are of the same kind as
            // direction marks, yet they show.
            case 0x0600, 0x0601, 0x0602, 0x0603, 0x0604, 0x0605, 0x06DD, 0x070F, 0x0890, 0x0891, 0x08E2 -> true;
            case 0x110BD, 0x110CD -> true;
            default ->
                !isSelector()
                        && !within(0xFFF0, 0xFFF8)
                        && !within(0xE0000, 0xE0FFF)
                        && (Character.getType(character) != Character.FORMAT || within(0x13430, 0x1345F));
        };
    }

    /// Whether it takes room and shows nothing in it. Java's own idea leaves out the spaces that must not break a line,
    /// the next-line character, and letters and signs that are drawn as a gap.
    public boolean isBlank() {
        return switch (character) {
            case 0x85, 0x2800, 0x13441, 0x13442, 0x1D159 -> true;
            default -> Character.isWhitespace(character) || Character.isSpaceChar(character);
        };
    }

    /// Whether it sits on the letter before it. What is not shown is taken out, and does not part one mark from the
    /// next.
    boolean isMark() {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> !isShown();
        };
    }

    /// Whether it chooses between the shapes of the character before it, and shows nothing of itself.
    boolean isSelector() {
        return within(0xFE00, 0xFE0F) || within(0xE0100, 0xE01EF) || within(0x180B, 0x180D) || character == 0x180F;
    }

    /// Whether it has shapes to choose between: pictures, signs of mathematics, Han, and the scripts that have letters
    /// of several shapes. Digits have one before a key's frame only.
    boolean hasShapes() {
        return character > 0x7F
                && (Character.isEmoji(character)
                        || Character.isExtendedPictographic(character)
                        || Character.isIdeographic(character)
                        || Character.getType(character) == Character.MATH_SYMBOL
                        || Character.getType(character) == Character.OTHER_SYMBOL
                        || isOfManyShapes(UnicodeScript.of(character)));
    }

    private static boolean isOfManyShapes(UnicodeScript script) {
        return script == UnicodeScript.MONGOLIAN
                || script == UnicodeScript.MYANMAR
                || script == UnicodeScript.PHAGS_PA
                || script == UnicodeScript.MANICHAEAN;
    }

    private boolean within(int first, int last) {
        return character >= first && character <= last;
    }
}
