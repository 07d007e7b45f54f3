package training.powerbi.client.http;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// Pauses between attempts: each twice as long as the one before, and never quite regular, so that a room full of
/// programs does not come back to a restarted portal all at once. Of use to one thread at a time.
public final class Backoff {
    private static final Duration LEAST = Duration.ofMillis(500);
    private static final Duration MOST = Duration.ofSeconds(30);
    private static final double JITTER = 0.5;

    private final RandomGenerator random;
    private Duration pause = LEAST;

    public Backoff(RandomGenerator random) {
        this.random = random;
    }

    /// How long to wait now.
    public Duration next() {
        long millis = Math.round(pause.toMillis() * (1 + JITTER * random.nextDouble()));
        pause = shorter(pause.multipliedBy(2), MOST);
        return shorter(Duration.ofMillis(millis), MOST);
    }

    /// An attempt went well.
    public void reset() {
        pause = LEAST;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
