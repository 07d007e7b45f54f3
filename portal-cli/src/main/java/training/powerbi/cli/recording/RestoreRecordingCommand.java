package training.powerbi.cli.recording;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import training.powerbi.cli.desk.CohortOption;
import training.powerbi.cli.desk.Desk;
import training.powerbi.cli.desk.Persistence;

@Command(name = "restore", description = "Bring a removed recording back.")
final class RestoreRecordingCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(paramLabel = "ID", description = "The recording's id, or how it begins.")
    private String id;

    @Mixin
    private CohortOption cohort;

    RestoreRecordingCommand(Desk desk) {
        this.desk = desk;
        this.cohort = new CohortOption();
    }

    @Override
    public Integer call() {
        try (var connection = desk.connect()) {
            var client = connection.client();
            var cohortId = cohort.orMain(connection);
            var chosen = ChosenRecording.in(Persistence.ask(() -> client.course(cohortId)), id);
            var changed = Persistence.ask(() -> client.restoreRecording(chosen.recordingId()));
            Told.of(changed, "is back", desk);
        }
        return 0;
    }
}
