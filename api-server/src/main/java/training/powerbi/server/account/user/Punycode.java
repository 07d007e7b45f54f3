package training.powerbi.server.account.user;

import java.util.Optional;

/// Names in other scripts as they travel in ASCII, read (RFC 3492). Java's own reader takes apart what it would write,
/// which is of 2003: some of today's domains, as those with an ß, are none of that.
final class Punycode {
    private static final String PREFIX = "xn--";
    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int FIRST_BIAS = 72;
    private static final int FIRST_CHARACTER = 0x80;

    private final StringBuilder name;
    private final String digits;
    private int at;
    private int bias = FIRST_BIAS;

    private Punycode(String encoded) {
        int delimiter = encoded.lastIndexOf('-');
        this.name = new StringBuilder(encoded.substring(0, Math.max(delimiter, 0)));
        this.digits = encoded.substring(delimiter + 1);
    }

    /// What a label of a domain says; empty when it is plain ASCII or says nothing.
    static Optional<String> read(String label) {
        return label.startsWith(PREFIX) ? new Punycode(label.substring(PREFIX.length())).read() : Optional.empty();
    }

    private Optional<String> read() {
        int character = FIRST_CHARACTER;
        long place = 0;
        while (at < digits.length()) {
            long step = number();
            if (step < 0) {
                return Optional.empty();
            }
            int length = name.codePointCount(0, name.length()) + 1;
            bias = adapted(step, length, place == 0 && character == FIRST_CHARACTER);
            place += step;
            long next = character + place / length;
            if (next > Character.MAX_CODE_POINT) {
                return Optional.empty();
            }
            character = (int) next;
            place %= length;
            name.insert(name.offsetByCodePoints(0, (int) place), Character.toString(character));
            place++;
        }
        return digits.isEmpty() ? Optional.empty() : Optional.of(name.toString());
    }

    /// The next number, or -1 when it is cut short, has a letter that is no digit, or is larger than any can be.
    private long number() {
        long number = 0;
        long weight = 1;
        for (int k = BASE; at < digits.length() && weight < Integer.MAX_VALUE; k += BASE) {
            int digit = digit(digits.charAt(at++));
            if (digit < 0) {
                return -1;
            }
            number += digit * weight;
            int threshold = Math.clamp((long) k - bias, T_MIN, T_MAX);
            if (digit < threshold) {
                return number;
            }
            weight *= BASE - threshold;
        }
        return -1;
    }

    private static int digit(char letter) {
        if (letter >= 'a' && letter <= 'z') {
            return letter - 'a';
        }
        return letter >= '0' && letter <= '9' ? letter - '0' + 26 : -1;
    }

    private static int adapted(long step, int length, boolean first) {
        long delta = first ? step / DAMP : step / 2;
        delta += delta / length;
        int k = 0;
        while (delta > (BASE - T_MIN) * T_MAX / 2) {
            delta /= BASE - T_MIN;
            k += BASE;
        }
        return k + (int) ((BASE - T_MIN + 1) * delta / (delta + SKEW));
    }
}
