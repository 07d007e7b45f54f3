package training.powerbi.cli.course;

import java.util.List;
import training.powerbi.cli.desk.Desk;
import training.powerbi.cli.desk.Verb;

/// The commands of this package.
public final class CourseCommands {
    private CourseCommands() {}

    public static List<Verb> of(Desk desk) {
        return List.of(
                Verb.of("days", "list", () -> new DaysCommand(desk)),
                Verb.of("unlock", () -> new UnlockCommand(desk)),
                Verb.of("lock", () -> new LockCommand(desk)),
                Verb.of("unlock-all", () -> new UnlockAllCommand(desk)),
                Verb.of("open-at", () -> new OpenAtCommand(desk)),
                Verb.of("stats", () -> new StatsCommand(desk)));
    }
}
