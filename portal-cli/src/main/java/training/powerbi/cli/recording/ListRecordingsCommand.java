package training.powerbi.cli.recording;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import training.powerbi.cli.desk.Beginning;
import training.powerbi.cli.desk.CohortOption;
import training.powerbi.cli.desk.Desk;
import training.powerbi.cli.desk.Persistence;
import training.powerbi.cli.terminal.Table;
import training.powerbi.client.CourseDay;
import training.powerbi.client.DayRecording;
import training.powerbi.model.error.ErrorCode;
import training.powerbi.model.error.PortalException;

@Command(name = "list", description = "List recordings, of one day or all.")
final class ListRecordingsCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(arity = "0..1", paramLabel = "DAY", description = "Only of this day.")
    private @Nullable Integer day;

    @Option(names = "--removed", description = "Those that were removed, and can be restored.")
    private boolean removed;

    @Mixin
    private CohortOption cohort;

    ListRecordingsCommand(Desk desk) {
        this.desk = desk;
        this.cohort = new CohortOption();
    }

    @Override
    public Integer call() {
        var days = days();
        if (day != null && days.stream().noneMatch(each -> day.equals(each.dayNumber()))) {
            throw new PortalException(ErrorCode.DAY_NOT_FOUND, "The course has no day " + day + ".");
        }
        var lines = days.stream()
                .filter(each -> day == null || day.equals(each.dayNumber()))
                .flatMap(this::recordings)
                .map(RecordingLine::of)
                .toList();
        desk.output().answer(lines, terminal -> table(lines).print(terminal));
        return 0;
    }

    private List<CourseDay> days() {
        try (var connection = desk.connect()) {
            var cohortId = cohort.orMain(connection);
            return Persistence.ask(() -> connection.client().course(cohortId)).days();
        }
    }

    private Stream<DayRecording> recordings(CourseDay each) {
        return (removed ? each.removedRecordings() : each.recordings()).stream();
    }

    private static Table table(List<RecordingLine> lines) {
        var table = new Table("ID", "DAY", "FROM", "LENGTH", "VIEWS", "TITLE");
        lines.forEach(line -> table.row(
                Beginning.shown(line.recordingId()),
                Integer.toString(line.dayNumber()),
                line.platform().name(),
                line.length(),
                Integer.toString(line.viewCount()),
                line.title()));
        return table;
    }
}
