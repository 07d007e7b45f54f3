package training.powerbi.desktop.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import training.powerbi.desktop.testing.MovedClock;

class BackoffTest {

    @Test
    void pausesGrowFromHalfASecondToHalfAMinuteAndStartOver() {
        var backoff = new Backoff(RandomGenerator.of("L64X128MixRandom"));

        var pauses = Stream.generate(backoff::next).limit(12).toList();

        assertThat(pauses.getFirst()).isBetween(Duration.ofMillis(500), Duration.ofMillis(750));
        assertThat(pauses).allSatisfy(pause -> assertThat(pause).isLessThanOrEqualTo(Duration.ofSeconds(30)));
        assertThat(pauses.getLast()).isEqualTo(Duration.ofSeconds(30));
        backoff.reset();
        assertThat(backoff.next()).isLessThanOrEqualTo(Duration.ofMillis(750));
    }

    @Test
    void sleepIsNoticedWhetherOrNotTheCounterRanOn() {
        var nanos = new AtomicLong();
        var wall = new MovedClock(Clock.fixed(java.time.Instant.EPOCH, java.time.ZoneOffset.UTC));
        var watch = new SleepWatch(wall, nanos::get);

        wall.move(Duration.ofSeconds(1));
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(watch.wokeUp()).isFalse();
        wall.move(Duration.ofHours(8));
        assertThat(watch.wokeUp()).isTrue();
        assertThat(watch.wokeUp()).isFalse();
        wall.move(Duration.ofHours(8));
        nanos.addAndGet(Duration.ofHours(8).toNanos());
        assertThat(watch.wokeUp()).isTrue();
        wall.move(Duration.ofHours(-1));
        assertThat(watch.wokeUp()).isFalse();
    }
}
