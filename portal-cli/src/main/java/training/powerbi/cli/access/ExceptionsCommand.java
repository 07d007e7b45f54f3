package training.powerbi.cli.access;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import training.powerbi.cli.desk.Beginning;
import training.powerbi.cli.desk.Desk;
import training.powerbi.cli.desk.Persistence;
import training.powerbi.cli.desk.When;
import training.powerbi.cli.people.Learner;
import training.powerbi.cli.terminal.Table;
import training.powerbi.client.access.AccessOverride;

@Command(name = "exceptions", description = "List the exceptions that hold now, newest first.")
final class ExceptionsCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "--day", paramLabel = "DAY", description = "Only those for this day.")
    private @Nullable Integer day;

    @Option(names = "--student", paramLabel = "EMAIL|ID", description = "Only those of this student.")
    private @Nullable String student;

    ExceptionsCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (var connection = desk.connect()) {
            var userId = student == null
                    ? null
                    : new Learner(student).at(connection.client()).userId();
            var found = Persistence.ask(() -> connection.access().overrides(userId, day));
            desk.output()
                    .answer(
                            found.stream().map(OverrideLine::of).toList(),
                            terminal -> table(found).print(terminal));
        }
        return 0;
    }

    private static Table table(List<AccessOverride> found) {
        var table = new Table("DAY", "IS", "STUDENT", "UNTIL", "ID", "REASON");
        found.forEach(each -> table.row(
                Integer.toString(each.dayNumber()),
                each.isOpen() ? "granted" : "held back",
                each.user().email(),
                each.expiresAt() == null ? "-" : When.date(each.expiresAt()),
                Beginning.shown(each.overrideId()),
                each.reason()));
        return table;
    }
}
