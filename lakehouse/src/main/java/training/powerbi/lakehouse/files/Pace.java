package training.powerbi.lakehouse.files;

import java.time.Duration;

/// How quickly commits may follow each other at a place.
@FunctionalInterface
public interface Pace {
    /// A place where a commit costs nothing.
    Pace AT_ONCE = gathered -> Duration.ZERO;

    /// How long changes that nobody waits for may gather before they are committed together, counted from the first
    /// of them.
    ///
    /// @param gathered how many there are so far
    Duration linger(int gathered);

    /// How long to leave a table alone, so that other servers can commit to it too.
    ///
    /// @param inARow how many commits of this server followed each other without a gap
    /// @param each how long the last of them took
    default Duration room(int inARow, Duration each) {
        return Duration.ZERO;
    }
}
