package training.powerbi.cli.document;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import training.powerbi.cli.desk.Desk;

@Command(
        name = "manual",
        description = {"Write the manual page:", "portal manual | man -l -"})
public final class ManualCommand implements Callable<Integer> {
    private final Desk desk;
    private final Supplier<CommandLine> whole;

    /// A command that tells of all the others.
    ///
    /// @param whole the command that holds them
    public ManualCommand(Desk desk, Supplier<CommandLine> whole) {
        this.desk = desk;
        this.whole = whole;
    }

    @Override
    public Integer call() {
        new ManualPage(whole.get().getCommandSpec()).lines().forEach(desk.terminal()::say);
        return 0;
    }
}
