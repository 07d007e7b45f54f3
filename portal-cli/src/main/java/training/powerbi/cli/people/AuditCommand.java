package training.powerbi.cli.people;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import training.powerbi.cli.desk.Desk;
import training.powerbi.cli.desk.When;
import training.powerbi.client.AuditFilter;

@Command(name = "audit", description = "Tell what admins did, newest first.")
final class AuditCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(names = "--day", paramLabel = "DAY", description = "Only what was done to this day.")
    private @Nullable Integer day;

    @Option(names = "--action", paramLabel = "ACTION", description = "Only of this kind, such as unlock_day.")
    private @Nullable String action;

    @Option(
            names = "--from",
            paramLabel = "WHEN",
            description = "Not before: a date, a time, or a span back such as 3d.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "WHEN", description = "Not after.")
    private @Nullable String to;

    @Option(
            names = "--limit",
            paramLabel = "COUNT",
            defaultValue = "50",
            description = "How many at most (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--after", paramLabel = "CURSOR", description = "Go on behind what an earlier answer ended with.")
    private @Nullable String after;

    AuditCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        var filter = new AuditFilter(
                day,
                action,
                from == null ? null : When.past("--from", from, desk.clock()),
                to == null ? null : When.past("--to", to, desk.clock()));
        try (var connection = desk.connect()) {
            var client = connection.client();
            var found = Pages.upTo(limit, after, cursor -> client.adminActions(filter, cursor));
            AuditLines.tell(found, desk);
        }
        return 0;
    }
}
