package training.powerbi.cli.course;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import training.powerbi.cli.desk.CohortOption;
import training.powerbi.cli.desk.Desk;
import training.powerbi.cli.desk.Persistence;
import training.powerbi.cli.desk.When;
import training.powerbi.cli.terminal.Table;
import training.powerbi.client.Course;

@Command(
        name = "days",
        aliases = "list",
        description = "List the days: which are open, when they are taught, and how the class is doing.")
final class DaysCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    private CohortOption cohort;

    DaysCommand(Desk desk) {
        this.desk = desk;
        this.cohort = new CohortOption();
    }

    @Override
    public Integer call() {
        try (var connection = desk.connect()) {
            var cohortId = cohort.orMain(connection);
            var course = Persistence.ask(() -> connection.client().course(cohortId));
            var lines =
                    course.days().stream().map(day -> DayLine.of(day, course)).toList();
            desk.output().answer(lines, terminal -> table(lines, course).print(terminal));
        }
        return 0;
    }

    private static Table table(List<DayLine> lines, Course course) {
        var table = new Table("DAY", "IS", "DATE", "FILMS", "THROUGH", "TITLE");
        lines.forEach(day -> table.row(
                Integer.toString(day.dayNumber()),
                state(day),
                day.scheduledAt() == null ? "-" : When.date(day.scheduledAt()),
                Integer.toString(day.recordings()),
                day.completed() + " of " + course.students(),
                day.title()));
        return table;
    }

    private static String state(DayLine day) {
        if (day.isUnlocked()) {
            return "open";
        }
        return day.opensAt() == null ? "locked" : "opens " + When.date(day.opensAt());
    }
}
