package training.powerbi.cli.recording;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import training.powerbi.cli.desk.CohortOption;
import training.powerbi.cli.desk.Desk;
import training.powerbi.cli.desk.Persistence;

@Command(name = "remove", description = "Hide a recording from students. It can be restored.")
final class RemoveRecordingCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "ID", description = "The recording's id, or how it begins.")
    private String id;

    @Mixin
    private CohortOption cohort;

    RemoveRecordingCommand(Desk desk) {
        this.desk = desk;
        this.cohort = new CohortOption();
    }

    @Override
    public Integer call() {
        try (var connection = desk.connect()) {
            var client = connection.client();
            var cohortId = cohort.orMain(connection);
            var chosen = ChosenRecording.in(Persistence.ask(() -> client.course(cohortId)), id);
            var changed = Persistence.ask(() -> client.removeRecording(chosen.recordingId()));
            Told.of(changed, "is removed", desk);
        }
        return 0;
    }
}
