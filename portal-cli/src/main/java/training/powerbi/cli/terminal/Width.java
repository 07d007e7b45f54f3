package training.powerbi.cli.terminal;

import java.lang.Character.UnicodeScript;
import java.util.stream.Collectors;
import training.powerbi.model.Glyph;

/// How much room a text takes on a terminal, and how it is made to fit. Titles and names come from other people: what
/// would steer the terminal is shown as a sign in its place.
public final class Width {
    private static final String MORE = "…";
    private static final String UNPRINTABLE = "\uFFFD";

    private Width() {}

    /// Columns of a terminal.
    public static int of(String text) {
        return text.codePoints().map(Width::of).sum();
    }

    private static int of(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
            default -> new Glyph(character).isShown() ? isWide(character) ? 2 : 1 : 0;
        };
    }

    private static boolean isWide(int character) {
        return switch (UnicodeScript.of(character)) {
            case HAN, HANGUL, HIRAGANA, KATAKANA, BOPOMOFO, YI -> character < 0xFF61 || character > 0xFFDC;
            default ->
                (character >= 0x3001 && character <= 0x303E)
                        || (character >= 0xFF01 && character <= 0xFF60)
                        || (character >= 0x1F300 && character <= 0x1FAFF);
        };
    }

    /// The text without line breaks, escapes, and marks that turn the direction.
    public static String plain(String text) {
        return text.codePoints()
                .mapToObj(character -> switch (Character.getType(character)) {
                    case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                        character == '\n' || character == '\t' ? " " : UNPRINTABLE;
                    case Character.SURROGATE -> UNPRINTABLE;
                    case Character.FORMAT -> isTurning(character) ? "" : Character.toString(character);
                    default -> Character.toString(character);
                })
                .collect(Collectors.joining());
    }

    private static boolean isTurning(int character) {
        return (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
    }

    /// At most so many columns of it.
    public static String cut(String text, int columns) {
        if (of(text) <= columns) {
            return text;
        }
        var shown = new StringBuilder();
        int left = columns - 1;
        for (var character : text.codePoints().toArray()) {
            left -= of(character);
            if (left < 0) {
                break;
            }
            shown.appendCodePoint(character);
        }
        return shown.append(MORE).toString();
    }

    /// With blanks behind it up to so many columns.
    static String padded(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - of(text)));
    }
}
