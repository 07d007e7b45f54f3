package training.powerbi.lakehouse.commit;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// Time as it passes, whatever clocks are set to.
public interface Ticker {
    long nanos();

    /// Runs the action then, on another thread.
    void after(Duration wait, Runnable action);

    static Ticker on(Executor workers) {
        return new Ticker() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void after(Duration wait, Runnable action) {
                CompletableFuture.delayedExecutor(wait.toNanos(), TimeUnit.NANOSECONDS, workers)
                        .execute(action);
            }
        };
    }
}
