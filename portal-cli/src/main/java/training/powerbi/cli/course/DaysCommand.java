package training.powerbi.cli.course;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import training.powerbi.cli.desk.Desk;
import training.powerbi.cli.desk.When;
import training.powerbi.cli.terminal.Table;
import training.powerbi.client.Course;
import training.powerbi.client.PortalClient;

@Command(
        name = "days",
        aliases = "list",
        description = "List the days: which are open, when they are taught, and how the class is doing.")
final class DaysCommand implements Callable<Integer> {
    private final Desk desk;

    DaysCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        var course = desk.ask(PortalClient::course);
        var lines = course.days().stream().map(day -> DayLine.of(day, course)).toList();
        desk.output().answer(lines, terminal -> table(lines, course).print(terminal));
        return 0;
    }

    private static Table table(List<DayLine> lines, Course course) {
        var table = new Table("DAY", "IS", "DATE", "FILMS", "THROUGH", "TITLE");
        lines.forEach(day -> table.row(
                Integer.toString(day.dayNumber()),
                day.isUnlocked() ? "open" : "locked",
                day.scheduledAt() == null ? "-" : When.date(day.scheduledAt()),
                Integer.toString(day.recordings()),
                day.completed() + " of " + course.students(),
                day.title()));
        return table;
    }
}
