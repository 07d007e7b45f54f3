package training.powerbi.cli.server;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import training.powerbi.cli.desk.Desk;

@Command(name = "repair", description = "Say what a repair of the store would do; with --yes do it.")
final class RepairCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    private ServerRun server;

    @Option(names = "--yes", description = "Do it, and lose what it names.")
    private boolean agreed;

    RepairCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        return agreed ? server.with(desk, "--store-repair", "--yes") : server.with(desk, "--store-repair");
    }
}
