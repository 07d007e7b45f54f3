package training.powerbi.cli.document;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import training.powerbi.cli.desk.Desk;

@Command(
        name = "completion",
        description = {
            "Write the script by which bash and zsh complete commands and options:",
            "source <(portal completion)"
        })
public final class CompletionCommand implements Callable<Integer> {
    private final Desk desk;
    private final CommandSpec root;

    /// A command that tells of all the others.
    ///
    /// @param root the command that holds them
    public CompletionCommand(Desk desk, CommandSpec root) {
        this.desk = desk;
        this.root = root;
    }

    @Override
    public Integer call() {
        var whole = new CommandLine(root);
        desk.terminal().say(AutoComplete.bash(root.name(), whole).stripTrailing());
        return 0;
    }
}
