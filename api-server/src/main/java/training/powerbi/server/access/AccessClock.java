package training.powerbi.server.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Looks at the clock a few times a second for what is due, from before the first request on: what came due while the
/// server was down is made up for, and a clock that was set is followed. Nobody's access waits for it.
@Component
class AccessClock implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(AccessClock.class);
    private static final Duration BEAT = Duration.ofMillis(500);

    /// After a failure, which is the store's as a rule.
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final List<TimedChange> changes;
    private final Clock clock;
    private final Map<TimedChange, Instant> pausedUntil = new HashMap<>();
    private @Nullable ScheduledExecutorService executor;

    AccessClock(List<TimedChange> changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        if (executor == null) {
            executor = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("access-clock").factory());
            var _ = executor.scheduleWithFixedDelay(this::beat, 0, BEAT.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void beat() {
        for (var change : changes) {
            // Each with its own time and pause: one may write for long, and none waits for another that cannot.
            var now = clock.instant();
            var until = pausedUntil.getOrDefault(change, Instant.MIN);
            if (now.isBefore(until) && !until.isAfter(now.plus(PAUSE))) {
                continue;
            }
            try {
                change.make(now);
            } catch (RuntimeException e) {
                pausedUntil.put(change, now.plus(PAUSE));
                LOG.warn(
                        "What the clock opened or ended holds, but could not be written down; another try in {} s",
                        PAUSE.toSeconds(),
                        e);
            }
        }
    }

    @Override
    public synchronized void stop() {
        if (executor != null) {
            executor.close();
            executor = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return executor != null;
    }
}
