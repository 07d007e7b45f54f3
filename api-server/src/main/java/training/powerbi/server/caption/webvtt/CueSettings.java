package training.powerbi.server.caption.webvtt;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Where a cue is shown, as the standard lets it be said. Other words behind a time, such as the coordinates of some
/// SRT files, mean nothing to a browser.
final class CueSettings {
    private static final int LONGEST_WORD = 40;
    private static final String PERCENTAGE = "(?:\\d{1,2}(?:\\.\\d{1,6})?|100(?:\\.0{1,6})?)%";
    private static final Map<String, Pattern> KNOWN = Map.of(
            "vertical", Pattern.compile("rl|lr"),
            "line", Pattern.compile("(?:-?\\d{1,4}|" + PERCENTAGE + ")(?:,(?:start|center|end))?"),
            "position", Pattern.compile(PERCENTAGE + "(?:,(?:line-left|center|line-right))?"),
            "size", Pattern.compile(PERCENTAGE),
            "align", Pattern.compile("start|center|end|left|right"));

    private CueSettings() {}

    static String known(String rest) {
        var blanked = rest.replace('\t', ' ').strip();
        return blanked.isEmpty()
                ? ""
                : Arrays.stream(blanked.split(" +", -1))
                        .filter(CueSettings::isKnown)
                        .distinct()
                        .collect(Collectors.joining(" "));
    }

    private static boolean isKnown(String word) {
        int colon = word.indexOf(':');
        var values = colon < 0 || word.length() > LONGEST_WORD ? null : KNOWN.get(word.substring(0, colon));
        return values != null && values.matcher(word.substring(colon + 1)).matches();
    }
}
