package training.powerbi.cli.recording;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import training.powerbi.cli.desk.CohortOption;
import training.powerbi.cli.desk.Desk;
import training.powerbi.cli.desk.ExitCode;
import training.powerbi.cli.desk.Persistence;
import training.powerbi.cli.desk.UsageException;
import training.powerbi.cli.terminal.StopSignal;
import training.powerbi.client.connection.PortalConnection;

@Command(
        name = "upload",
        description = {
            "Upload a film's file as a recording of a day; or add one that lies elsewhere, by its address.",
            "An upload that was stopped goes on when the same command is given again."
        })
final class UploadCommand implements Callable<Integer> {
    private final Desk desk;
    private final Path notes;

    @Parameters(index = "0", paramLabel = "DAY", description = "Number of the day.")
    private int day;

    @Parameters(index = "1", paramLabel = "FILE", description = "The film's file, or an address that begins with http.")
    private String file;

    @Option(
            names = {"-t", "--title"},
            paramLabel = "TITLE",
            description = "What students read; without it the file's name.")
    private @Nullable String title;

    @Option(
            names = {"-d", "--duration"},
            paramLabel = "DURATION",
            description = "How long it is, such as '2h 30min', for a film that does not tell by itself.")
    private @Nullable String duration;

    @Mixin
    private CohortOption cohort;

    /// @param notes folder for uploads that are not done
    UploadCommand(Desk desk, Path notes) {
        this.desk = desk;
        this.notes = notes;
        this.cohort = new CohortOption();
    }

    @Override
    public Integer call() {
        if (file.matches("(?i)https?://.*")) {
            return link();
        }
        var path = path();
        var name = String.valueOf(path.getFileName());
        var wanted = BegunUpload.of(desk.portal(), path, day, title == null ? withoutEnding(name) : title, duration);
        try (var stop = StopSignal.interrupting();
                var connection = desk.connect()) {
            return upload(connection, wanted.forCohort(cohort.orEveryone(connection)), name, stop);
        }
    }

    private int upload(PortalConnection connection, BegunUpload wanted, String name, StopSignal stop) {
        try (var note = UploadNote.of(wanted, notes)) {
            var recording = new UploadRun(desk, connection.uploader(), note, wanted, name).run();
            stop.ignore();
            Told.of(recording, "is on day " + day, desk);
            return ExitCode.OK.number();
        } catch (InterruptedException stopped) {
            desk.output().note("Stopped. Give the same command again, and it goes on from here.");
            return ExitCode.STOPPED.number();
        }
    }

    private int link() {
        if (title == null || duration == null) {
            throw new UsageException("A film that lies elsewhere needs --title and --duration.");
        }
        var words = title;
        var length = duration;
        try (var connection = desk.connect()) {
            var cohortId = cohort.orEveryone(connection);
            var added = Persistence.ask(() -> connection.client().addRecording(day, words, file, length, cohortId));
            Told.of(added, "is on day " + day, desk);
        }
        return ExitCode.OK.number();
    }

    private Path path() {
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw new UsageException("This is no name of a file: " + file);
        }
    }

    private static String withoutEnding(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
