package training.powerbi.cli.cohort;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import training.powerbi.cli.desk.CohortOption;
import training.powerbi.cli.desk.Desk;
import training.powerbi.cli.desk.Persistence;
import training.powerbi.client.access.CohortWords;

@Command(name = "rename", description = "Give a run of the course another name.")
final class RenameCohortCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(index = "0", paramLabel = "COHORT", description = "Its name or id.")
    private String cohort;

    @Parameters(index = "1", paramLabel = "NAME", description = "What it is called from now on.")
    private String name;

    RenameCohortCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (var connection = desk.connect()) {
            var known = CohortOption.find(connection, cohort);
            var starts = known.startsOn() == null ? null : LocalDate.parse(known.startsOn());
            var words = new CohortWords(name, known.timeZone(), starts);
            var renamed = Persistence.ask(() -> connection.cohorts().updateCohort(known.cohortId(), words));
            desk.output().answer(renamed, "The cohort " + known.name() + " is called " + renamed.name() + " now.");
        }
        return 0;
    }
}
