package training.powerbi.server.transfer;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What of a file a `Range` header asks for (RFC 9110, 14.1.2).
///
/// @param first offset of the first byte
/// @param last offset of the last byte, inclusive
record ByteRange(long first, long last) {
    /// Gives nothing back: a header of nothing but blanks would otherwise be tried from each of them.
    private static final Pattern ONE = Pattern.compile("\\s*+(\\d*+)\\s*+-\\s*+(\\d*+)\\s*+");
    private static final int MOST_DIGITS = 18;

    /// What the header means.
    sealed interface Meaning {
        /// No range, or one that may be ignored: another unit, malformed, or several ranges, for which no player asks.
        record Whole() implements Meaning {}

        record Part(ByteRange range) implements Meaning {}

        record Unsatisfiable() implements Meaning {}
    }

    /// @param longestOpen as many bytes at most answer a range without an end
    static Meaning parse(@Nullable String header, long size, long longestOpen) {
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith("bytes=")) {
            return new Meaning.Whole();
        }
        var one = ONE.matcher(header.substring("bytes=".length()));
        if (!one.matches()) {
            return new Meaning.Whole();
        }
        if (one.group(1).isEmpty()) {
            return one.group(2).isEmpty() ? new Meaning.Whole() : suffix(number(one.group(2)), size);
        }
        long first = number(one.group(1));
        var end = Optional.of(one.group(2)).filter(text -> !text.isEmpty()).map(ByteRange::number);
        if (end.isPresent() && end.get() < first) {
            return new Meaning.Whole();
        }
        if (first >= size) {
            return new Meaning.Unsatisfiable();
        }
        long last = end.orElse(size - first > longestOpen ? first + longestOpen - 1 : size - 1);
        return new Meaning.Part(new ByteRange(first, Math.min(last, size - 1)));
    }

    private static Meaning suffix(long length, long size) {
        return length == 0 || size == 0
                ? new Meaning.Unsatisfiable()
                : new Meaning.Part(new ByteRange(Math.max(0, size - length), size - 1));
    }

    private static long number(String digits) {
        return digits.length() > MOST_DIGITS ? Long.MAX_VALUE / 2 : Long.parseLong(digits);
    }

    long length() {
        return last - first + 1;
    }
}
