package training.powerbi.lakehouse.files;

import java.time.Duration;

/// How long changes that nobody waits for may gather before they are committed together.
@FunctionalInterface
public interface Pace {
    /// A place where a commit costs nothing.
    Pace AT_ONCE = gathered -> Duration.ZERO;

    /// Counted from the first of them.
    ///
    /// @param gathered how many there are so far
    Duration linger(int gathered);
}
