package training.powerbi.cli.course;

import java.util.List;
import training.powerbi.cli.desk.Desk;

/// The commands of this package.
public final class CourseCommands {
    private CourseCommands() {}

    public static List<Object> of(Desk desk) {
        return List.of(
                new DaysCommand(desk),
                new UnlockCommand(desk),
                new LockCommand(desk),
                new UnlockAllCommand(desk),
                new StatsCommand(desk));
    }
}
