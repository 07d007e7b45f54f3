package training.powerbi.cli.cohort;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import training.powerbi.cli.desk.CohortOption;
import training.powerbi.cli.desk.Desk;
import training.powerbi.cli.desk.Persistence;

@Command(
        name = "archive",
        description = "Archive a run of the course: its students go on to see what is open, and nothing of it changes.")
final class ArchiveCohortCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "COHORT", description = "Its name or id.")
    private String cohort;

    ArchiveCohortCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (var connection = desk.connect()) {
            var known = CohortOption.find(connection, cohort);
            var archived = Persistence.ask(() -> connection.cohorts().archiveCohort(known.cohortId()));
            desk.output().answer(archived, "The cohort " + archived.name() + " is archived.");
        }
        return 0;
    }
}
