package training.powerbi.cli.course;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import training.powerbi.cli.desk.Desk;
import training.powerbi.client.PortalClient;

@Command(name = "unlock-all", description = "Open all days to the class, in one change.")
final class UnlockAllCommand implements Callable<Integer> {
    private final Desk desk;

    UnlockAllCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        var days = desk.ask(PortalClient::unlockAllDays);
        LockTurn.tell(days, desk.ask(PortalClient::course), desk);
        return 0;
    }
}
