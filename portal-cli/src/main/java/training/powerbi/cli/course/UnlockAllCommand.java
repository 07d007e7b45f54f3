package training.powerbi.cli.course;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import training.powerbi.cli.desk.CohortOption;
import training.powerbi.cli.desk.Desk;
import training.powerbi.cli.desk.Persistence;

@Command(name = "unlock-all", description = "Open all days to the class, in one change.")
final class UnlockAllCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    private CohortOption cohort;

    UnlockAllCommand(Desk desk) {
        this.desk = desk;
        this.cohort = new CohortOption();
    }

    @Override
    public Integer call() {
        try (var connection = desk.connect()) {
            var client = connection.client();
            var cohortId = cohort.orMain(connection);
            // First, so that no success is told as a failure because this could not be read behind it.
            var course = Persistence.ask(() -> client.course(cohortId));
            LockTurn.tell(Persistence.ask(() -> client.unlockAllDays(cohortId)), course, desk);
        }
        return 0;
    }
}
