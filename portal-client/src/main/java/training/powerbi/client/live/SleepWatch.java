package training.powerbi.client.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/// Notices that the computer slept: the clock on the wall went on while nothing ran here. A connection looks alive then
/// for minutes, yet has long been dropped by everyone between here and the portal.
final class SleepWatch {
    private static final Duration AHEAD = Duration.ofSeconds(5);
    private static final Duration LONG_GONE = Duration.ofMinutes(1);

    private final Clock clock;
    private final LongSupplier nanos;
    private Instant wall;
    private long ran;

    SleepWatch(Clock clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
        this.wall = clock.instant();
        this.ran = nanos.getAsLong();
    }

    /// Whether it slept since the last call.
    boolean wokeUp() {
        var now = clock.instant();
        long nowRan = nanos.getAsLong();
        var passed = Duration.between(wall, now);
        var counted = Duration.ofNanos(nowRan - ran);
        wall = now;
        ran = nowRan;
        // On some systems the counter stands still during sleep, on others it goes on.
        return passed.minus(counted).compareTo(AHEAD) > 0 || counted.compareTo(LONG_GONE) > 0;
    }
}
