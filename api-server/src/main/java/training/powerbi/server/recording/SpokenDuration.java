package training.powerbi.server.recording;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import training.powerbi.model.TypedText;
import training.powerbi.model.error.PortalException;

/// A length as people write it: `2h 30min`, `1h30`, `90 min`, `75'`, `1:02:03`, `45:10`, or ISO-8601 (`PT2H`).
final class SpokenDuration {
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int MAX_LENGTH = 80;
    private static final String EXAMPLES = "write it like 2h 30min, 1h30, 90 min, 1:02:03 or PT2H.";

    private static final Pattern FRACTION = Pattern.compile("(\\d{0,6}) ?([¼½¾])");
    private static final Pattern ABOUT = Pattern.compile(" *(?:~|≈|ca\\b|circa\\b|about\\b|etwa\\b|approx)");

    private SpokenDuration() {}

    /// @return longer than zero, at most 24 hours, in whole seconds; a part of a second is left out
    /// @throws PortalException BAD_USER_INPUT for anything else
    static Duration parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw nonsense();
        }
        var normal = fractions(plain(TypedText.of("duration", text)));
        if (ABOUT.matcher(normal).lookingAt()) {
            throw refused("Give the length itself, not about how long; " + EXAMPLES);
        }
        var duration = normal.startsWith("p") ? iso(normal) : LengthReader.read(normal);
        if (duration.isNegative() || duration.isZero() || duration.compareTo(LONGEST) > 0) {
            throw nonsense();
        }
        return duration;
    }

    /// In lower case, with one kind of blank.
    private static String plain(String text) {
        var plain = new StringBuilder();
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .map(character ->
                        Character.isWhitespace(character) || Character.isSpaceChar(character) ? ' ' : character)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /// `1½` is `1.5`.
    private static String fractions(String text) {
        var found = FRACTION.matcher(text);
        return found.replaceAll(fraction -> (fraction.group(1).isEmpty() ? "0" : fraction.group(1))
                + switch (fraction.group(2)) {
                    case "¼" -> ".25";
                    case "½" -> ".5";
                    default -> ".75";
                });
    }

    private static Duration iso(String text) {
        try {
            return Duration.ofSeconds(Duration.parse(text).toSeconds());
        } catch (DateTimeException | ArithmeticException notJavas) {
            // The standard lets the last part have a fraction, whichever it is; Java only the seconds.
            if (text.startsWith("pt")) {
                return LengthReader.read(text.substring(2));
            }
            throw nonsense();
        }
    }

    static PortalException nonsense() {
        return refused("This is no duration up to 24 hours; " + EXAMPLES);
    }

    static PortalException withoutUnit(String number) {
        return refused("Say what " + number + " counts, as in " + number + " min; or " + EXAMPLES);
    }

    private static PortalException refused(String sentence) {
        return PortalException.badInput("duration", sentence);
    }
}
