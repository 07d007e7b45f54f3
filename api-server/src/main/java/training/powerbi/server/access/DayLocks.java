package training.powerbi.server.access;

import java.util.Optional;

/// The locks of the days, as they are at this moment; whoever keeps the days implements it.
public interface DayLocks {
    /// The lock of a day, or empty when the course has no such day.
    Optional<DayLock> find(int dayNumber);
}
