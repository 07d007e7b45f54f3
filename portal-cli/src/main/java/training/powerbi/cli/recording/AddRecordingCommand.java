package training.powerbi.cli.recording;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import training.powerbi.cli.desk.CohortOption;
import training.powerbi.cli.desk.Desk;
import training.powerbi.cli.desk.Persistence;

@Command(
        name = "add",
        description = "Add a recording that lies elsewhere: on YouTube, Vimeo, or at an address of its own.")
final class AddRecordingCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(index = "0", paramLabel = "DAY", description = "Number of the day.")
    private int day;

    @Parameters(index = "1", paramLabel = "TITLE", description = "What students read.")
    private String title;

    @Parameters(index = "2", paramLabel = "URL", description = "Where the film is.")
    private String url;

    @Parameters(index = "3", paramLabel = "DURATION", description = "How long it is, such as '2h 30min' or 1:02:03.")
    private String duration;

    @Mixin
    private CohortOption cohort;

    AddRecordingCommand(Desk desk) {
        this.desk = desk;
        this.cohort = new CohortOption();
    }

    @Override
    public Integer call() {
        try (var connection = desk.connect()) {
            var cohortId = cohort.orEveryone(connection);
            var added = Persistence.ask(() -> connection.client().addRecording(day, title, url, duration, cohortId));
            Told.of(added, "is on day " + day, desk);
        }
        return 0;
    }
}
