package training.powerbi.server.caption.webvtt;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// The line of a cue that says when: `00:01.000 --> 00:04.500 align:start`, and whatever else programs write for it:
/// `0:0:1.5`, `00:00:01,000`, no blanks around the arrow, or the comma of SBV instead of it.
///
/// @param settings where to show it; what the standard does not know is left out
public record CueTiming(long startMillis, long endMillis, String settings) {
    static final String ARROW = "-->";

    /// Empty when the line is no timing.
    static Optional<CueTiming> parse(String line) {
        var stamps = new StampScanner(line);
        long start = stamps.next();
        stamps.skipBlanks();
        if (start < 0 || !stamps.skip(ARROW)) {
            return Optional.empty();
        }
        stamps.skipBlanks();
        long end = stamps.next();
        return end < 0 || !stamps.atBlankOrEnd()
                ? Optional.empty()
                : Optional.of(new CueTiming(start, end, CueSettings.known(stamps.rest())));
    }

    /// As YouTube's SBV has it: `0:00:01.000,0:00:03.500` and nothing else.
    static Optional<CueTiming> parseSbv(String line) {
        var stamps = new StampScanner(line);
        long start = stamps.next();
        if (start < 0 || !stamps.skip(",")) {
            return Optional.empty();
        }
        long end = stamps.next();
        return end < 0 || !stamps.rest().isBlank() ? Optional.empty() : Optional.of(new CueTiming(start, end, ""));
    }

    /// Whether somebody meant it to be a timing, though nothing can read it. An arrow alone says nothing: people talk
    /// of `Home --> Transform data`.
    static boolean isMeant(String line) {
        var stamps = new StampScanner(line);
        if (stamps.next() >= 0 && stamps.skipAnyArrow() && stamps.next() >= 0) {
            return true;
        }
        int arrow = line.indexOf(ARROW);
        var before = line.substring(0, Math.max(arrow, 0)).strip();
        return !before.isEmpty()
                && before.indexOf(':') > 0
                && before.chars().allMatch(letter -> (letter >= '0' && letter <= '9') || ":.,".indexOf(letter) >= 0);
    }

    /// Whether there is an arrow, and beside it something like a time: where a cue begins, that is no talk.
    static boolean isArrowBetweenTimes(String line) {
        int arrow = line.indexOf(ARROW);
        return arrow >= 0
                && IntStream.range(1, line.length() - 1)
                        .anyMatch(at -> line.charAt(at) == ':'
                                && Character.isDigit(line.charAt(at - 1))
                                && Character.isDigit(line.charAt(at + 1)));
    }

    CueTiming atLeast(long millis) {
        return endMillis - startMillis >= millis ? this : new CueTiming(startMillis, startMillis + millis, settings);
    }

    /// The millisecond that the text says and nothing else; negative for any other text.
    static long stamp(String text) {
        var stamps = new StampScanner(text);
        long millis = stamps.next();
        return stamps.rest().isEmpty() ? millis : -1;
    }

    static String stamp(long millis) {
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d.%03d",
                millis / 3_600_000,
                millis / 60_000 % 60,
                millis / 1_000 % 60,
                millis % 1_000);
    }

    /// As the standard has it.
    String line() {
        return stamp(startMillis) + " " + ARROW + " " + stamp(endMillis) + (settings.isEmpty() ? "" : " " + settings);
    }
}
