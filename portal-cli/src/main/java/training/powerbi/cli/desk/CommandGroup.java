package training.powerbi.cli.desk;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/// A command that only holds others.
@Command
public final class CommandGroup implements Callable<Integer> {
    private final String name;

    private CommandGroup(String name) {
        this.name = name;
    }

    @Override
    public Integer call() {
        throw new UsageException("Say what to do; portal " + name + " --help lists it.");
    }

    /// The group with its commands.
    public static CommandLine of(String name, String description, Object... commands) {
        var group = new CommandLine(CommandSpec.forAnnotatedObject(new CommandGroup(name)));
        group.getCommandSpec().name(name).usageMessage().description(description);
        for (var command : commands) {
            group.addSubcommand(command);
        }
        return group;
    }
}
