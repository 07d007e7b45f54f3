package training.powerbi.cli.people;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import training.powerbi.cli.desk.Desk;
import training.powerbi.cli.desk.Persistence;

@Command(name = "data", description = "Write everything that the portal keeps about somebody, to give to them.")
final class LearnerDataCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "EMAIL|ID", description = "Whose: the whole address, or the id.")
    private String who;

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "FILE",
            description = "Where to: a table when its name ends in .csv, else JSON. An older file is replaced.")
    private Path file;

    LearnerDataCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        var isTable =
                String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".csv");
        try (var connection = desk.connect()) {
            var learner = new Learner(who).at(connection.client());
            var files = connection.learners();
            var id = learner.userId();
            new WholeFile(file).write(Persistence.ask(() -> isTable ? files.csv(id) : files.json(id)));
            desk.output()
                    .answer(
                            Map.of("userId", id, "file", file.toString()),
                            "What is kept about " + learner.email() + " is in " + file + ".");
        }
        return 0;
    }
}
