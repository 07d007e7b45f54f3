package training.powerbi.cli.people;

import java.util.List;
import training.powerbi.cli.desk.CommandGroup;
import training.powerbi.cli.desk.Desk;
import training.powerbi.cli.desk.Verb;

/// The commands of this package.
public final class PeopleCommands {
    private PeopleCommands() {}

    public static List<Verb> of(Desk desk) {
        return List.of(
                Verb.of("invites", () -> invites(desk)),
                Verb.of("learners", () -> learners(desk)),
                Verb.of("audit", () -> new AuditCommand(desk)),
                Verb.of("history", () -> new HistoryCommand(desk)),
                Verb.of("undo", () -> new UndoCommand(desk)),
                Verb.of("export", () -> new ExportCommand(desk)));
    }

    private static Object invites(Desk desk) {
        return CommandGroup.of(
                "invites",
                "Make invitations and take them back.",
                new CreateInviteCommand(desk),
                new RevokeInviteCommand(desk));
    }

    private static Object learners(Desk desk) {
        return CommandGroup.of(
                "learners",
                "Give learners what is kept about them, or erase them.",
                new LearnerDataCommand(desk),
                new EraseLearnerCommand(desk));
    }
}
