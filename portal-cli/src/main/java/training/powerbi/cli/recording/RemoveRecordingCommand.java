package training.powerbi.cli.recording;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import training.powerbi.cli.desk.Desk;
import training.powerbi.client.PortalClient;

@Command(name = "remove", description = "Hide a recording from students. It can be restored.")
final class RemoveRecordingCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "ID", description = "The recording's id, or how it begins.")
    private String id;

    RemoveRecordingCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        var chosen = ChosenRecording.in(desk.ask(PortalClient::course), id);
        var changed = desk.ask(client -> client.removeRecording(chosen.recordingId()));
        Told.of(changed, "is removed", desk);
        return 0;
    }
}
