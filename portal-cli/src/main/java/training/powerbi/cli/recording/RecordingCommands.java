package training.powerbi.cli.recording;

import java.nio.file.Path;
import java.util.List;
import training.powerbi.cli.desk.CommandGroup;
import training.powerbi.cli.desk.Desk;
import training.powerbi.cli.desk.Verb;

/// The commands of this package.
public final class RecordingCommands {
    private RecordingCommands() {}

    /// All of them.
    ///
    /// @param notes folder for uploads that are not done
    public static List<Verb> of(Desk desk, Path notes) {
        return List.of(
                Verb.of("recordings", () -> recordings(desk)),
                Verb.of("upload", () -> new UploadCommand(desk, notes)),
                Verb.of("remove", () -> new RemoveRecordingCommand(desk)));
    }

    private static Object recordings(Desk desk) {
        return CommandGroup.of(
                "recordings",
                "List, add, remove and restore recordings.",
                new ListRecordingsCommand(desk),
                new AddRecordingCommand(desk),
                new RemoveRecordingCommand(desk),
                new RestoreRecordingCommand(desk));
    }
}
