package training.powerbi.cli.server;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import training.powerbi.cli.desk.CommandGroup;
import training.powerbi.cli.desk.Desk;

/// The commands of this package.
public final class ServerCommands {
    private ServerCommands() {}

    public static CommandLine of(Desk desk) {
        return CommandGroup.of(
                "server",
                "Look after the portal's store, on the server's machine and with the server's settings.",
                plain(desk, "check", "Read the whole store and say what is damaged or missing.", "--store-check"),
                new RepairCommand(desk),
                new BackupCommand(desk),
                new RestoreCommand(desk),
                new CopyCommand(desk),
                new VerifyAuditCommand(desk),
                plain(
                        desk,
                        "reset-admin",
                        "Give the first admin a new first password, while the portal is stopped.",
                        "--reset-admin"));
    }

    private static CommandLine plain(Desk desk, String name, String description, String option) {
        var command = new CommandLine(CommandSpec.forAnnotatedObject(new ServerOption(desk, option)));
        command.getCommandSpec().name(name).usageMessage().description(description);
        return command;
    }
}
