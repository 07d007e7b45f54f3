package training.powerbi.server.caption.webvtt;

/// Reads times out of a line, from its beginning on.
final class StampScanner {
    /// Longer numbers are none of a time.
    private static final int MOST_DIGITS = 9;
    private static final long LONGEST = 10_000L * 3_600_000;

    private final String line;
    private int at;

    StampScanner(String line) {
        this.line = line;
        skipBlanks();
    }

    /// The milliseconds of `[[h:]m:]s[.fff]`, with a comma as well; negative when there is none.
    long next() {
        long[] parts = {0, 0, 0};
        int count = 0;
        do {
            long number = digits();
            if (number < 0 || count == parts.length) {
                return -1;
            }
            parts[count++] = number;
        } while (skip(":"));
        if (count < 2) {
            return -1;
        }
        long hours = count == 3 ? parts[0] : 0;
        long minutes = parts[count - 2];
        long seconds = parts[count - 1];
        long millis = (hours * 60 + minutes) * 60_000 + seconds * 1_000 + fraction();
        return seconds > 59 || (count == 3 && minutes > 59) || millis > LONGEST ? -1 : millis;
    }

    private long digits() {
        int from = at;
        long number = 0;
        while (isDigit() && at - from < MOST_DIGITS) {
            number = number * 10 + line.charAt(at++) - '0';
        }
        return at == from || isDigit() ? -1 : number;
    }

    /// Thousandths; what is finer is cut off.
    private long fraction() {
        if (at + 1 >= line.length() || ".,".indexOf(line.charAt(at)) < 0 || !isDigit(line.charAt(at + 1))) {
            return 0;
        }
        at++;
        long millis = 0;
        for (int weight = 100; isDigit(); weight /= 10) {
            millis += (long) weight * (line.charAt(at++) - '0');
        }
        return millis;
    }

    boolean skip(String text) {
        boolean there = line.startsWith(text, at);
        at += there ? text.length() : 0;
        return there;
    }

    void skipBlanks() {
        while (at < line.length() && isBlank(line.charAt(at))) {
            at++;
        }
    }

    /// Whatever looks like an arrow: `->`, `=>`, `→`.
    boolean skipAnyArrow() {
        int from = at;
        while (at < line.length() && (isBlank(line.charAt(at)) || "-–—=>→".indexOf(line.charAt(at)) >= 0)) {
            at++;
        }
        return line.substring(from, at).chars().anyMatch(letter -> letter == '>' || letter == '→');
    }

    boolean atBlankOrEnd() {
        return at == line.length() || isBlank(line.charAt(at));
    }

    String rest() {
        return line.substring(at);
    }

    private boolean isDigit() {
        return at < line.length() && isDigit(line.charAt(at));
    }

    private static boolean isDigit(char letter) {
        return letter >= '0' && letter <= '9';
    }

    private static boolean isBlank(char letter) {
        return letter == ' ' || letter == '\t' || letter == '\f' || letter == '\u00A0';
    }
}
