package training.powerbi.server.access;

import java.util.Optional;
import java.util.stream.Stream;

/// The days of the course as cohort `main` has them, at this moment; whoever keeps the days implements it.
public interface MainDays {
    /// Empty when the course has no such day.
    Optional<DayState> find(int dayNumber);

    /// In no particular order.
    Stream<DayState> all();
}
