package training.powerbi.lakehouse.files.onelake.rest;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongSupplier;

/// A sum over the last hour, minute by minute: what is older than that goes with its minute. Safe for use by many
/// threads.
final class SlidingHour {
    private static final int MINUTES = 60;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanos;
    private final long from;
    private final double[] byMinute = new double[MINUTES];
    private long minute;

    /// @param nanos a clock that nobody sets, as [System#nanoTime]
    SlidingHour(LongSupplier nanos) {
        this.nanos = nanos;
        this.from = nanos.getAsLong();
    }

    synchronized void add(double amount) {
        goOn();
        byMinute[(int) (minute % MINUTES)] += amount;
    }

    synchronized double sum() {
        goOn();
        return Arrays.stream(byMinute).sum();
    }

    /// How much of the last hour it has seen.
    Duration window() {
        var seen = Duration.ofNanos(nanos.getAsLong() - from);
        var hour = Duration.ofMinutes(MINUTES);
        return seen.compareTo(hour) < 0 ? seen : hour;
    }

    private void goOn() {
        var now = (nanos.getAsLong() - from) / MINUTE;
        for (var gone = Math.max(minute + 1, now - MINUTES + 1); gone <= now; gone++) {
            byMinute[(int) (gone % MINUTES)] = 0;
        }
        minute = Math.max(minute, now);
    }
}
