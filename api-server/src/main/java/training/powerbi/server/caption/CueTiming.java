package training.powerbi.server.caption;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The line of a cue that says when: `00:01.000 --> 00:04.500 align:start`.
record CueTiming(long startMillis, long endMillis) {
    static final String ARROW = "-->";

    private static final String STAMP = "(?:(\\d{2,4}):)?([0-5]\\d):([0-5]\\d)\\.(\\d{3})";
    private static final Pattern TIMING = Pattern.compile(STAMP + "[ \\t]+-->[ \\t]+" + STAMP + "(?:[ \\t].*)?");

    /// Empty when the line is no timing.
    static Optional<CueTiming> parse(String line) {
        var timing = TIMING.matcher(line.strip());
        return timing.matches() ? Optional.of(new CueTiming(millis(timing, 1), millis(timing, 5))) : Optional.empty();
    }

    double startSeconds() {
        return startMillis / 1_000.0;
    }

    double endSeconds() {
        return endMillis / 1_000.0;
    }

    private static long millis(Matcher timing, int group) {
        long hours = timing.group(group) == null ? 0 : Long.parseLong(timing.group(group));
        long minutes = hours * 60 + Long.parseLong(timing.group(group + 1));
        return (minutes * 60 + Long.parseLong(timing.group(group + 2))) * 1_000
                + Long.parseLong(timing.group(group + 3));
    }
}
