package training.powerbi.cli.cohort;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import training.powerbi.cli.desk.CohortOption;
import training.powerbi.cli.desk.Desk;
import training.powerbi.cli.desk.Persistence;
import training.powerbi.cli.people.Learner;
import training.powerbi.cli.terminal.Width;
import training.powerbi.client.Course;
import training.powerbi.client.PersonAccount;

@Command(
        name = "move",
        description = "Move students to another run of the course, all or none; their progress goes along.")
final class MoveStudentsCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(index = "0", paramLabel = "COHORT", description = "Where to: name or id.")
    private String cohort;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "EMAIL|ID", description = "Who: whole addresses, or ids.")
    private List<String> who;

    MoveStudentsCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (var connection = desk.connect()) {
            var target = CohortOption.find(connection, cohort);
            var ids = who.stream()
                    .map(said -> new Learner(said).at(connection.client()).userId())
                    .distinct()
                    .toList();
            var moved = Persistence.ask(() -> connection.cohorts().moveStudents(ids, target.cohortId()));
            desk.output()
                    .answer(
                            moved.stream().map(MoveStudentsCommand::line).toList(),
                            terminal -> moved.forEach(student -> terminal.say(
                                    Width.plain(student.email()) + " is in " + Width.plain(target.name()) + " now.")));
        }
        return 0;
    }

    private static Object line(PersonAccount student) {
        var line = new LinkedHashMap<String, @Nullable Object>();
        line.put("userId", student.userId());
        line.put("email", student.email());
        line.put("cohortId", Objects.requireNonNullElse(student.cohortId(), Course.MAIN));
        return line;
    }
}
