package training.powerbi.cli.people;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import training.powerbi.cli.desk.Desk;

@Command(name = "history", description = "Tell what was done to a day, in any cohort, newest first.")
final class HistoryCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "DAY", description = "Number of the day.")
    private int day;

    @Option(
            names = "--limit",
            paramLabel = "COUNT",
            defaultValue = "50",
            description = "How many at most (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--after", paramLabel = "CURSOR", description = "Go on behind what an earlier answer ended with.")
    private @Nullable String after;

    HistoryCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (var connection = desk.connect()) {
            var access = connection.access();
            AuditLines.tell(Pages.upTo(limit, after, cursor -> access.dayHistory(day, cursor)), desk);
        }
        return 0;
    }
}
