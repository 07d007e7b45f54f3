package training.powerbi.cli.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.cli.desk.Desk;
import training.powerbi.cli.desk.When;
import training.powerbi.cli.terminal.Table;
import training.powerbi.cli.terminal.Terminal;
import training.powerbi.client.AuditEntry;
import training.powerbi.client.AuditFilter;
import training.powerbi.client.Person;

@Command(name = "audit", description = "Tell what admins did, newest first.")
final class AuditCommand implements Callable<Integer> {
    private static final JsonMapper JSON = new JsonMapper();

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
            var answer = new LinkedHashMap<String, @Nullable Object>();
            answer.put("entries", found.items().stream().map(AuditCommand::line).toList());
            answer.put("next", found.next());
            desk.output().answer(answer, terminal -> print(found.items(), terminal));
            if (found.next() != null && !desk.json()) {
                desk.output().note("There is more: --after " + found.next());
            }
        }
        return 0;
    }

    private static Object line(AuditEntry entry) {
        var line = new LinkedHashMap<String, @Nullable Object>();
        line.put("actionId", entry.actionId());
        line.put("timestamp", entry.timestamp());
        line.put("actionType", entry.actionType());
        line.put("dayNumber", entry.dayNumber());
        line.put("adminId", entry.adminId());
        line.put("admin", name(entry.admin()));
        line.put("metadata", metadata(entry.metadata()));
        return line;
    }

    /// As a part of the answer; what is no JSON stays a text.
    private static Object metadata(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException other) {
            return text;
        }
    }

    private static void print(List<AuditEntry> entries, Terminal terminal) {
        var table = new Table("WHEN", "ACTION", "DAY", "WHO");
        entries.forEach(entry -> table.row(
                When.moment(entry.timestamp()),
                entry.actionType(),
                entry.dayNumber() == null ? "-" : entry.dayNumber().toString(),
                name(entry.admin())));
        table.print(terminal);
    }

    private static String name(@Nullable Person admin) {
        return admin == null ? "another program, or a deleted account" : admin.name();
    }
}
