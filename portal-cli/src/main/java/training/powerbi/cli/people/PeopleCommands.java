package training.powerbi.cli.people;

import java.util.List;
import training.powerbi.cli.desk.CommandGroup;
import training.powerbi.cli.desk.Desk;

/// The commands of this package.
public final class PeopleCommands {
    private PeopleCommands() {}

    public static List<Object> of(Desk desk) {
        return List.of(
                CommandGroup.of(
                        "invites",
                        "Make invitations and take them back.",
                        new CreateInviteCommand(desk),
                        new RevokeInviteCommand(desk)),
                new AuditCommand(desk),
                new ExportCommand(desk));
    }
}
