package training.powerbi.server.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that a test puts forward; as exact as the server's.
public final class MovableClock extends Clock {
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final Clock base;

    public MovableClock(Clock base) {
        this.base = Clock.tick(base, ChronoUnit.MICROS.getDuration());
    }

    public static MovableClock stoppedAt(Instant instant) {
        return new MovableClock(Clock.fixed(instant, ZoneOffset.UTC));
    }

    public void forward(Duration duration) {
        ahead.updateAndGet(duration::plus);
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return base.withZone(zone);
    }

    @Override
    public Instant instant() {
        return base.instant().plus(ahead.get());
    }
}
