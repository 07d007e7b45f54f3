package training.powerbi.cli.document;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import training.powerbi.cli.desk.Desk;

@Command(
        name = "completion",
        description = {
            "Write the script by which bash and zsh complete commands and options:",
            "source <(portal completion)"
        })
public final class CompletionCommand implements Callable<Integer> {
    private final Desk desk;
    private final Supplier<CommandLine> whole;

    /// A command that tells of all the others.
    ///
    /// @param whole the command that holds them
    public CompletionCommand(Desk desk, Supplier<CommandLine> whole) {
        this.desk = desk;
        this.whole = whole;
    }

    @Override
    public Integer call() {
        var root = whole.get();
        desk.terminal().say(AutoComplete.bash(root.getCommandName(), root).stripTrailing());
        return 0;
    }
}
