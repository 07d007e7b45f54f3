package training.powerbi.cli.cohort;

import java.util.List;
import training.powerbi.cli.desk.CommandGroup;
import training.powerbi.cli.desk.Desk;
import training.powerbi.cli.desk.Verb;

/// The commands of this package.
public final class CohortCommands {
    private CohortCommands() {}

    public static List<Verb> of(Desk desk) {
        return List.of(Verb.of(
                "cohorts",
                () -> CommandGroup.of(
                        "cohorts",
                        "List runs of the course, make and change them, and move students between them.",
                        new ListCohortsCommand(desk),
                        new CreateCohortCommand(desk),
                        new RenameCohortCommand(desk),
                        new CopyCohortCommand(desk),
                        new ArchiveCohortCommand(desk),
                        new MoveStudentsCommand(desk))));
    }
}
