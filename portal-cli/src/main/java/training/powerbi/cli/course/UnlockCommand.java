package training.powerbi.cli.course;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import training.powerbi.cli.desk.CohortOption;
import training.powerbi.cli.desk.Desk;
import training.powerbi.client.PortalClient;

@Command(name = "unlock", description = "Open days to the class; those that are so already stay as they are.")
final class UnlockCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(arity = "1..*", paramLabel = "DAY", description = "Numbers of days: 1, 1,3 or 1-3.")
    private List<String> days;

    @Mixin
    private CohortOption cohort;

    UnlockCommand(Desk desk) {
        this.desk = desk;
        this.cohort = new CohortOption();
    }

    @Override
    public Integer call() {
        new LockTurn(desk, cohort, PortalClient::unlockDay).at(days);
        return 0;
    }
}
