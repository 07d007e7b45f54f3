package training.powerbi.server.access;

import java.time.Instant;

/// Something that the clock decides when it is asked, and that is written down once it is due, so that open pages and
/// other programs learn of it too. Whoever implements it makes the change at most once, however many servers try.
@FunctionalInterface
public interface TimedChange {
    /// Writes down what is due; nothing when nothing is.
    void make(Instant now);
}
