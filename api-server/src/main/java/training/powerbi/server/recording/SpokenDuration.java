package training.powerbi.server.recording;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import training.powerbi.model.TypedText;
import training.powerbi.model.error.PortalException;

/// A length as people write it: `2h 30min`, `90 min`, `1:02:03`, `45:10`, or ISO-8601 (`PT2H`).
final class SpokenDuration {
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final int MAX_LENGTH = 40;
    private static final Pattern CLOCK = Pattern.compile("(?:(\\d{1,2}):)?(\\d{1,2}):([0-5]\\d)");
    private static final Pattern WORDS = Pattern.compile("(?:(\\d{1,4}(?:[.,]\\d{1,2})?)\\s*(?:h|hrs?|hours?)\\b)?\\s*"
            + "(?:(\\d{1,4})\\s*(?:m|mins?|minutes?)\\b)?\\s*"
            + "(?:(\\d{1,5})\\s*(?:s|secs?|seconds?)\\b)?");
    private static final Pattern GLUED = Pattern.compile("(?<=[a-z])(?=\\d)|\\s*(?:,|\\band\\b)\\s+");

    private SpokenDuration() {}

    /// @return longer than zero, at most 24 hours, in whole seconds
    /// @throws PortalException BAD_USER_INPUT for anything else
    static Duration parse(String text) {
        var normal = TypedText.of("duration", text).toLowerCase(Locale.ROOT);
        if (normal.isEmpty() || normal.length() > MAX_LENGTH) {
            throw nonsense();
        }
        var duration = normal.startsWith("p") ? iso(normal) : spoken(normal);
        if (duration.isNegative() || duration.isZero() || duration.compareTo(LONGEST) > 0) {
            throw nonsense();
        }
        return duration;
    }

    private static Duration iso(String text) {
        try {
            return Duration.ofSeconds(Duration.parse(text).toSeconds());
        } catch (DateTimeException | ArithmeticException notIso) {
            throw nonsense();
        }
    }

    private static Duration spoken(String text) {
        var clock = CLOCK.matcher(text);
        if (clock.matches()) {
            return clock(clock);
        }
        var words = WORDS.matcher(GLUED.matcher(text).replaceAll(" "));
        if (words.matches()) {
            return words(words);
        }
        throw nonsense();
    }

    private static Duration clock(Matcher clock) {
        long minutes = Long.parseLong(clock.group(2));
        if (clock.group(1) == null) {
            return Duration.ofMinutes(minutes).plusSeconds(Long.parseLong(clock.group(3)));
        }
        if (minutes > 59) {
            throw nonsense();
        }
        return Duration.ofHours(Long.parseLong(clock.group(1)))
                .plusMinutes(minutes)
                .plusSeconds(Long.parseLong(clock.group(3)));
    }

    private static Duration words(Matcher words) {
        var hours =
                words.group(1) == null ? 0 : Double.parseDouble(words.group(1).replace(',', '.'));
        return Duration.ofSeconds(Math.round(hours * 3_600) + number(words, 2) * 60 + number(words, 3));
    }

    private static long number(Matcher words, int group) {
        return words.group(group) == null ? 0 : Long.parseLong(words.group(group));
    }

    private static PortalException nonsense() {
        return PortalException.badInput(
                "duration", "This is no duration up to 24 hours; write it like 2h 30min, 90 min, 1:02:03 or PT2H.");
    }
}
