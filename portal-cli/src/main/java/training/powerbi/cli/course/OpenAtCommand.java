package training.powerbi.cli.course;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import training.powerbi.cli.desk.CohortOption;
import training.powerbi.cli.desk.Desk;
import training.powerbi.cli.desk.Persistence;
import training.powerbi.cli.desk.When;

@Command(name = "open-at", description = "Have the clock open a locked day to the class, or take the clock away.")
final class OpenAtCommand implements Callable<Integer> {
    private static final String NEVER = "never";

    private final Desk desk;

    @Parameters(index = "0", paramLabel = "DAY", description = "Number of the day.")
    private int day;

    @Parameters(
            index = "1",
            paramLabel = "WHEN",
            description = "A date, a time, or a span such as 12h or 3d from now; " + NEVER + " takes the clock away.")
    private String when;

    @Mixin
    private CohortOption cohort;

    OpenAtCommand(Desk desk) {
        this.desk = desk;
        this.cohort = new CohortOption();
    }

    @Override
    public Integer call() {
        @Nullable Instant opensAt = when.equals(NEVER) ? null : When.future("WHEN", when, desk.clock());
        try (var connection = desk.connect()) {
            var cohortId = cohort.orMain(connection);
            var course = Persistence.ask(() -> connection.client().course(cohortId));
            var set = Persistence.ask(() -> connection.access().openDayAt(day, cohortId, opensAt));
            LockTurn.tell(List.of(set), course, desk);
        }
        return 0;
    }
}
