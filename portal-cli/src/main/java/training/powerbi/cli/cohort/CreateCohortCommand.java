package training.powerbi.cli.cohort;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import training.powerbi.cli.desk.Desk;
import training.powerbi.cli.desk.Persistence;
import training.powerbi.cli.desk.When;
import training.powerbi.client.access.CohortWords;

@Command(name = "create", description = "Make a run of the course, all days of it locked and without dates.")
final class CreateCohortCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "NAME", description = "What it is called.")
    private String name;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Its time zone, such as Europe/Berlin; without it the course's.")
    private @Nullable String zone;

    @Option(names = "--starts", paramLabel = "DATE", description = "When it starts, such as 2026-03-02.")
    private @Nullable String starts;

    CreateCohortCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        var words = new CohortWords(name, zone, starts == null ? null : When.day("--starts", starts));
        try (var connection = desk.connect()) {
            var made = Persistence.ask(() -> connection.cohorts().createCohort(words));
            desk.output().answer(made, "The cohort " + made.name() + " is made: " + made.cohortId());
        }
        return 0;
    }
}
