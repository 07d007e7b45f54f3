package training.powerbi.cli.live;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import training.powerbi.cli.desk.Desk;
import training.powerbi.cli.desk.When;
import training.powerbi.cli.terminal.StopSignal;
import training.powerbi.client.SignedOutException;

@Command(
        name = "watch",
        description = {
            "Tell what happens at the portal as it happens, one line each, until Ctrl-C.",
            "With --json each line is one object. A line that was cut is connected again by itself."
        })
public final class WatchCommand implements Callable<Integer> {
    private final Desk desk;

    public WatchCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (var _ = StopSignal.endingWell();
                var connection = desk.connect()) {
            var watching = new Watching(connection.client(), desk.clock(), this::tell);
            connection.feed().start(watching);
            if (watching.await()) {
                throw new SignedOutException("The portal ended the session");
            }
            return 0;
        } catch (InterruptedException stopped) {
            return 0;
        }
    }

    private void tell(Happening happening) {
        desk.output()
                .answer(
                        happening,
                        When.moment(happening.at()).substring("2026-03-02 ".length()) + "  " + happening.text());
    }
}
