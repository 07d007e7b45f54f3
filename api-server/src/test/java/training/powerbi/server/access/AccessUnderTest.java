package training.powerbi.server.access;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import training.powerbi.lakehouse.DeltaTable;
import training.powerbi.lakehouse.Lakehouse;
import training.powerbi.server.account.Accounts;

/// The rule of access over tables that a test fills.
public final class AccessUnderTest {
    public final DeltaTable<String, CohortRow> cohortTable;
    public final DeltaTable<String, CohortDayRow> cohortDays;
    public final DeltaTable<String, OverrideRow> overrides;
    public final DeltaTable<String, MoveRow> moves;
    public final Cohorts cohorts;
    public final DayStates states;
    public final DayAccess access;

    public AccessUnderTest(Lakehouse lakehouse, MainDays main, Accounts accounts, ZoneId zone, Clock clock) {
        cohortTable = lakehouse.table(CohortRow.DEFINITION);
        cohortDays = lakehouse.table(CohortDayRow.DEFINITION);
        overrides = lakehouse.table(OverrideRow.DEFINITION);
        moves = lakehouse.table(MoveRow.DEFINITION);
        cohorts = new Cohorts(cohortTable, new Basics(zone));
        states = new DayStates(main, cohortDays);
        access = new DayAccess(states, overrides, accounts, clock);
    }

    private record Basics(ZoneId timeZone) implements Cohorts.CourseBasics {
        @Override
        public String title() {
            return "Power BI";
        }

        @Override
        public Instant since() {
            return Instant.parse("2026-01-01T00:00:00Z");
        }
    }
}
