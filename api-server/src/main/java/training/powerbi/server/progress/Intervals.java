package training.powerbi.server.progress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A set of seconds, kept as sorted half-open intervals that neither touch nor overlap. Immutable; the union is
/// commutative, associative and idempotent, so the order in which reports arrive does not matter.
record Intervals(List<Interval> parts) {
    static final Intervals NONE = new Intervals(List.of());

    Intervals {
        parts = List.copyOf(parts);
    }

    /// @param to exclusive
    record Interval(int from, int to) {}

    static Intervals upTo(int seconds) {
        return seconds > 0 ? new Intervals(List.of(new Interval(0, seconds))) : NONE;
    }

    /// The union with `more`, cut to the seconds from 0 to `length`.
    Intervals plus(List<Interval> more, int length) {
        var all = new ArrayList<Interval>(parts.size() + more.size());
        all.addAll(parts);
        all.addAll(more);
        all.sort(Comparator.comparingInt(Interval::from));
        var merged = new ArrayList<Interval>();
        for (var next : all) {
            int from = Math.max(0, next.from());
            int to = Math.min(length, next.to());
            if (from < to) {
                join(merged, new Interval(from, to));
            }
        }
        return new Intervals(merged);
    }

    private static void join(List<Interval> merged, Interval next) {
        var last = merged.isEmpty() ? null : merged.getLast();
        if (last != null && next.from() <= last.to()) {
            merged.set(merged.size() - 1, new Interval(last.from(), Math.max(last.to(), next.to())));
        } else {
            merged.add(next);
        }
    }

    /// How many seconds below `length` are in the set.
    int secondsBelow(int length) {
        return parts.stream()
                .mapToInt(part -> Math.max(0, Math.min(length, part.to()) - part.from()))
                .sum();
    }
}
