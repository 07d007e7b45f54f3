package training.powerbi.server.transfer;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.Lakehouse;

/// Sweeps at the start and ever so often, off the request path.
@Component
class SweepSchedule implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SweepSchedule.class);

    private final List<Sweep> sweeps;
    private final Lakehouse lakehouse;
    private final Duration interval;
    private @Nullable ScheduledExecutorService executor;

    SweepSchedule(List<Sweep> sweeps, Lakehouse lakehouse, TransferProperties settings) {
        this.sweeps = sweeps;
        this.lakehouse = lakehouse;
        this.interval = settings.sweep();
    }

    @Override
    public synchronized void start() {
        if (executor == null) {
            executor = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofVirtual().name("file-sweep").factory());
            var _ = executor.scheduleWithFixedDelay(this::sweep, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void sweep() {
        if (lakehouse.staleness().isPresent()) {
            // The files are away; there will be another sweep.
            return;
        }
        for (var sweep : sweeps) {
            try {
                sweep.sweep();
            } catch (RuntimeException e) {
                LOG.warn(
                        "{} did not get to its end; the next sweep tries again",
                        sweep.getClass().getSimpleName(),
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
