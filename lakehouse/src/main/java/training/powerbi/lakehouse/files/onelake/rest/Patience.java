package training.powerbi.lakehouse.files.onelake.rest;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// How long a request is tried.
///
/// @param perTry for an answer to one try; a body has a second more for each megabyte
/// @param whole for all tries together
public record Patience(Duration perTry, Duration whole) {
    public static final Patience USUAL = new Patience(Duration.ofSeconds(5), Duration.ofSeconds(20));

    private static final int FIRST_MILLIS = 20;
    private static final int MOST_DOUBLINGS = 7;
    private static final int BYTES_PER_MILLI = 1_000;

    Duration forTry(int bytes) {
        return perTry.plusMillis(bytes / BYTES_PER_MILLI);
    }

    /// How long to wait before the next try: up to 20 ms at first, up to 2.5 s later, at random, so that servers that
    /// failed together do not come back together.
    static Duration pause(int attempt, Duration least) {
        var most = (long) FIRST_MILLIS << Math.min(attempt, MOST_DOUBLINGS);
        return least.plusMillis(ThreadLocalRandom.current().nextLong(1, most + 1));
    }
}
