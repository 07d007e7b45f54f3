package training.powerbi.cli.course;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import training.powerbi.cli.desk.Desk;
import training.powerbi.client.PortalClient;

@Command(name = "stats", description = "Tell the course in numbers.")
final class StatsCommand implements Callable<Integer> {
    private final Desk desk;

    StatsCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        var stats = desk.ask(PortalClient::dashboardStats);
        desk.output().answer(stats, terminal -> {
            terminal.say("Days        " + stats.unlockedDays() + " of " + stats.totalDays() + " open");
            terminal.say("Recordings  " + stats.recordingsAvailable());
            terminal.say("Students    " + stats.activeStudents() + " active; accounts in all: " + stats.totalUsers());
            terminal.say("Completion  "
                    + String.format(Locale.ROOT, "%.0f %%", stats.averageCompletion())
                    + " of the open days, on average");
        });
        return 0;
    }
}
