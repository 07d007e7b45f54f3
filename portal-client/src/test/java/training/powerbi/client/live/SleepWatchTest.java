package training.powerbi.client.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import training.powerbi.client.testing.MovedClock;

class SleepWatchTest {

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
