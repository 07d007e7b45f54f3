package training.powerbi.cli.access;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import training.powerbi.cli.desk.Desk;
import training.powerbi.cli.desk.Persistence;
import training.powerbi.cli.desk.When;
import training.powerbi.cli.people.Learner;
import training.powerbi.cli.terminal.Width;

@Command(name = "why", description = "Say why somebody sees a day, or does not.")
final class WhyCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(index = "0", paramLabel = "EMAIL|ID", description = "Who: the whole address, or the id.")
    private String who;

    @Parameters(index = "1", paramLabel = "DAY", description = "Number of the day.")
    private int day;

    @Option(
            names = "--at",
            paramLabel = "WHEN",
            description = "Not now but then: a date, a time, or a span such as 2h from now.")
    private @Nullable String at;

    WhyCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        @Nullable Instant then = at == null ? null : When.future("--at", at, desk.clock());
        try (var connection = desk.connect()) {
            var userId = new Learner(who).at(connection.client()).userId();
            var why = Persistence.ask(() -> connection.access().explainAccess(userId, day, then));
            desk.output().answer(why, terminal -> {
                terminal.say((why.isOpen() ? "Open. " : "Closed. ") + Width.plain(why.reason()));
                if (why.changesAt() != null) {
                    terminal.say("By the clock that changes " + When.date(why.changesAt()) + ".");
                }
            });
        }
        return 0;
    }
}
