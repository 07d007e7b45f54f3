package training.powerbi.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ScopeType;
import training.powerbi.cli.desk.GlobalOptions;
import training.powerbi.cli.desk.UsageException;

/// The command that holds all others.
@Command(
        name = "portal",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        sortOptions = false,
        description = "The Power BI Training Portal at the command line.",
        footer = {"", "portal COMMAND --help says more of each, portal manual all of it."})
final class PortalCommand implements Callable<Integer> {
    @Mixin
    final GlobalOptions options;

    PortalCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() {
        throw new UsageException("Say what to do; portal --help lists the commands.");
    }
}
