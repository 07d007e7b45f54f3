package training.powerbi.server.recording;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a length from its first character to its last: numbers with units from the larger to the smaller, where a last
/// number without one counts the next smaller unit (`1h30`), or a clock's digits.
final class LengthReader {
    private static final Pattern CLOCK = Pattern.compile("(?:(\\d{1,2}):)?(\\d{1,4}):([0-5]\\d)(?:[.,]\\d{1,9})?");
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,6})(?:[.,](\\d{1,9}))?");
    private static final Pattern UNIT = Pattern.compile(" *([a-z]+\\.?|''|[\"″”'′’])");
    private static final Pattern BETWEEN = Pattern.compile(" *(?:, *(?:and\\b|und\\b)?|and\\b|und\\b|&|\\+|:)? *");
    private static final long MICROS = 1_000_000;

    private enum Unit {
        HOUR(3_600, " h hr hrs hour hours std stunde stunden "),
        MINUTE(60, " m mn min mins minute minutes minuten ' ′ ’ "),
        SECOND(1, " s sec secs second seconds sek sekunde sekunden \" ″ ” '' ");

        final long seconds;
        /// A blank around each.
        final String names;

        Unit(long seconds, String names) {
            this.seconds = seconds;
            this.names = names;
        }

        static Optional<Unit> named(String name) {
            for (var unit : values()) {
                if (unit.names.contains(" " + name + " ")) {
                    return Optional.of(unit);
                }
            }
            return Optional.empty();
        }

        Optional<Unit> smaller() {
            return switch (this) {
                case HOUR -> Optional.of(MINUTE);
                case MINUTE -> Optional.of(SECOND);
                case SECOND -> Optional.empty();
            };
        }
    }

    private final String text;
    private int at;

    private LengthReader(String text) {
        this.text = text;
    }

    /// Reads a length.
    ///
    /// @param text in lower case, blanks as spaces
    static Duration read(String text) {
        var reader = new LengthReader(text);
        var clock = reader.taken(CLOCK);
        return clock.isPresent() ? reader.clock(clock.get()) : reader.units();
    }

    /// Two parts are minutes and seconds, unless a unit behind them says hours.
    private Duration clock(Matcher clock) {
        boolean named = at < text.length();
        var unit = unit();
        boolean three = clock.group(1) != null;
        if (at < text.length()
                || (named && (unit.isEmpty() || unit.get() == Unit.SECOND || (three && unit.get() == Unit.MINUTE)))) {
            throw SpokenDuration.nonsense();
        }
        long first = three ? Long.parseLong(clock.group(1)) : 0;
        long second = Long.parseLong(clock.group(2));
        long third = Long.parseLong(clock.group(3));
        if (three && second > 59) {
            throw SpokenDuration.nonsense();
        }
        return !three && unit.equals(Optional.of(Unit.HOUR))
                ? Duration.ofHours(second).plusMinutes(third)
                : Duration.ofHours(first).plusMinutes(second).plusSeconds(third);
    }

    private Duration units() {
        long micros = 0;
        boolean more;
        Optional<Unit> before = Optional.empty();
        do {
            var number = taken(NUMBER).orElseThrow(SpokenDuration::nonsense);
            var unit = unitAfter(number.group(), before);
            micros += micros(number) * unit.seconds;
            before = Optional.of(unit);
            more = taken(BETWEEN).stream().anyMatch(between -> !between.group().isBlank()) || at < text.length();
        } while (more);
        return Duration.ofSeconds(micros / MICROS);
    }

    private Unit unitAfter(String number, Optional<Unit> before) {
        var named = unit();
        if (named.isEmpty() && at < text.length()) {
            throw SpokenDuration.nonsense();
        }
        if (named.isEmpty() && before.isPresent() && number.length() > 1 && number.charAt(0) > '5') {
            // Nobody means two and a half hours by 1h90.
            throw SpokenDuration.nonsense();
        }
        if (named.isEmpty() && before.isEmpty()) {
            throw SpokenDuration.withoutUnit(number);
        }
        return named.or(() -> before.flatMap(Unit::smaller))
                .filter(unit -> before.isEmpty() || unit.compareTo(before.get()) > 0)
                .orElseThrow(SpokenDuration::nonsense);
    }

    private Optional<Unit> unit() {
        var start = at;
        var unit = taken(UNIT).flatMap(found -> Unit.named(found.group(1).replace(".", "")));
        if (unit.isEmpty()) {
            at = start;
        }
        return unit;
    }

    private static long micros(Matcher number) {
        var fraction = number.group(2) == null ? "" : number.group(2);
        var six = (fraction + "000000").substring(0, 6);
        return Long.parseLong(number.group(1)) * MICROS + Long.parseLong(six);
    }

    private Optional<Matcher> taken(Pattern pattern) {
        var matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        at = matcher.end();
        return Optional.of(matcher);
    }
}
