package training.powerbi.client.upload;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Waiting before another attempt. Interruption ends it; tests make it short.
public interface Pause {
    void await(Duration time) throws InterruptedException;

    /// As long as asked for.
    static Pause real() {
        return time -> {
            var never = new CountDownLatch(1);
            if (never.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("Nobody counts down");
            }
        };
    }
}
