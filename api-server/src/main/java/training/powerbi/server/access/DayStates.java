package training.powerbi.server.access;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import training.powerbi.lakehouse.DeltaTable;

/// Every cohort's days, as they are at this moment. Answers come from memory.
@Component
public class DayStates {
    private final MainDays main;
    private final DeltaTable<String, CohortDayRow> days;

    public DayStates(MainDays main, DeltaTable<String, CohortDayRow> days) {
        this.main = main;
        this.days = days;
    }

    /// Empty when the course has no such day.
    public Optional<DayState> find(String cohortId, int dayNumber) {
        return main.find(dayNumber).map(day -> of(cohortId, day));
    }

    /// The day as that cohort has it.
    ///
    /// @param day as `main` has it
    public DayState of(String cohortId, DayState day) {
        return cohortId.equals(day.cohortId())
                ? day
                : days.snapshot()
                        .find(CohortDayRow.key(cohortId, day.dayNumber()))
                        .map(CohortDayRow::state)
                        .orElseGet(() -> DayState.untouched(cohortId, day.dayNumber()));
    }

    /// The days of all cohorts that anybody ever changed, and all of `main`; in no particular order.
    public Stream<DayState> all() {
        return Stream.concat(main.all(), days.snapshot().rows().map(CohortDayRow::state));
    }
}
