package training.powerbi.lakehouse.files.copy;

import java.time.Duration;

/// Something that is due ever so often, by a clock that nobody sets. Of use to one thread.
final class Turn {
    private final long every;
    private long next;

    /// @param first how long it takes until it is due for the first time
    Turn(Duration every, Duration first) {
        this.every = every.toNanos();
        this.next = System.nanoTime() + first.toNanos();
    }

    /// Says whether it is due; if so it is not until the next time.
    boolean isDue() {
        var now = System.nanoTime();
        if (now - next < 0) {
            return false;
        }
        next = now + every;
        return true;
    }
}
