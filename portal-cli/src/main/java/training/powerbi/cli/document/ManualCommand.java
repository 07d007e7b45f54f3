package training.powerbi.cli.document;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import training.powerbi.cli.desk.Desk;

@Command(
        name = "manual",
        description = {"Write the manual page:", "portal manual | man -l -"})
public final class ManualCommand implements Callable<Integer> {
    private final Desk desk;
    private final CommandSpec root;

    /// A command that tells of all the others.
    ///
    /// @param root the command that holds them
    public ManualCommand(Desk desk, CommandSpec root) {
        this.desk = desk;
        this.root = root;
    }

    @Override
    public Integer call() {
        new ManualPage(root).lines().forEach(desk.terminal()::say);
        return 0;
    }
}
