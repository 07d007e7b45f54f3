package training.powerbi.cli.people;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import training.powerbi.cli.desk.Desk;
import training.powerbi.cli.terminal.Width;
import training.powerbi.client.PersonAccount;
import training.powerbi.client.PortalClient;

@Command(name = "export", description = "Write everyone's progress, as CSV for spreadsheets or as JSON.")
final class ExportCommand implements Callable<Integer> {
    private static final JsonMapper JSON = new JsonMapper();

    private final Desk desk;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "csv|json",
            defaultValue = "csv",
            description = "csv or json (default: ${DEFAULT-VALUE}); --json is the same as --format json.")
    private Format format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "Where to; without it the standard output. An older file is replaced once the new one is whole.")
    private @Nullable Path output;

    @Option(names = "--day", paramLabel = "DAY", description = "Only of this day.")
    private @Nullable Integer day;

    /// What is written.
    enum Format {
        csv,
        json
    }

    ExportCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        var lines = lines();
        var text = desk.json() || format == Format.json ? List.of(JSON.writeValueAsString(lines)) : csv(lines);
        if (output == null) {
            var shown = desk.terminal().shape().outShown();
            text.forEach(line -> desk.terminal().say(shown ? Width.plain(line) : line));
        } else {
            new WholeFile(output).write(String.join("\n", text) + "\n");
            desk.output().note(lines.size() + " lines are in " + output + ".");
        }
        return 0;
    }

    private List<ProgressLine> lines() {
        try (var connection = desk.connect()) {
            var client = connection.client();
            var accounts = accounts(client);
            return Pages.all(cursor -> client.courseProgress(day, cursor)).stream()
                    .map(progress -> ProgressLine.of(progress, accounts.get(progress.userId())))
                    .toList();
        }
    }

    private static Map<String, PersonAccount> accounts(PortalClient client) {
        return Pages.all(cursor -> client.users("", cursor)).stream()
                .collect(Collectors.toMap(PersonAccount::userId, Function.identity(), (first, _) -> first));
    }

    private static List<String> csv(List<ProgressLine> lines) {
        return Stream.concat(
                        Stream.of(Csv.line(ProgressLine.COLUMNS)),
                        lines.stream().map(line -> Csv.line(line.values())))
                .toList();
    }
}
