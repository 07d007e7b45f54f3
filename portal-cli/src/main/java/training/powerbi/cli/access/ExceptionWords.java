package training.powerbi.cli.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import training.powerbi.cli.desk.Desk;
import training.powerbi.cli.desk.Persistence;
import training.powerbi.cli.desk.When;
import training.powerbi.cli.people.Learner;

/// What is said of a new exception.
final class ExceptionWords {
    @Parameters(index = "0", paramLabel = "EMAIL|ID", description = "For whom: the whole address, or the id.")
    private String who;

    @Parameters(index = "1", paramLabel = "DAY", description = "Number of the day.")
    private int day;

    @Option(
            names = {"-r", "--reason"},
            required = true,
            paramLabel = "WORDS",
            description = "Why; trainers read it, students do not.")
    private String reason;

    @Option(
            names = "--until",
            paramLabel = "WHEN",
            description = "Until when: a date, a time, or a span such as 2h or 3d; without it until it is revoked.")
    private @Nullable String until;

    void make(Desk desk, boolean isOpen) {
        @Nullable Instant expiresAt = until == null ? null : When.future("--until", until, desk.clock());
        try (var connection = desk.connect()) {
            var userId = new Learner(who).at(connection.client()).userId();
            var made = Persistence.ask(() -> connection.access().grantAccess(userId, day, isOpen, reason, expiresAt));
            desk.output().answer(OverrideLine.of(made), OverrideLine.sentence(made));
        }
    }
}
