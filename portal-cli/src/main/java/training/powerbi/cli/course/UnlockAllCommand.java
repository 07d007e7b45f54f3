package training.powerbi.cli.course;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import training.powerbi.cli.desk.Desk;
import training.powerbi.cli.desk.Persistence;

@Command(name = "unlock-all", description = "Open all days to the class, in one change.")
final class UnlockAllCommand implements Callable<Integer> {
    private final Desk desk;

    UnlockAllCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (var connection = desk.connect()) {
            var client = connection.client();
            // First, so that no success is told as a failure because this could not be read behind it.
            var course = Persistence.ask(client::course);
            LockTurn.tell(Persistence.ask(client::unlockAllDays), course, desk);
        }
        return 0;
    }
}
