package training.powerbi.cli.cohort;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import training.powerbi.cli.desk.Desk;
import training.powerbi.cli.desk.Persistence;
import training.powerbi.cli.terminal.Table;
import training.powerbi.client.Course.Cohort;

@Command(name = "list", description = "List the runs of the course.")
final class ListCohortsCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "--archived", description = "Those that are archived too.")
    private boolean archived;

    ListCohortsCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (var connection = desk.connect()) {
            var cohorts = Persistence.ask(() -> connection.cohorts().cohorts()).stream()
                    .filter(cohort -> archived || !cohort.isArchived())
                    .toList();
            desk.output().answer(cohorts, terminal -> table(cohorts).print(terminal));
        }
        return 0;
    }

    private static Table table(List<Cohort> cohorts) {
        var table = new Table("NAME", "STARTS", "STUDENTS", "IS", "ZONE", "ID");
        cohorts.forEach(cohort -> table.row(
                cohort.name(),
                Objects.requireNonNullElse(cohort.startsOn(), "-"),
                Integer.toString(cohort.students()),
                cohort.isArchived() ? "archived" : "running",
                cohort.timeZone(),
                cohort.cohortId()));
        return table;
    }
}
