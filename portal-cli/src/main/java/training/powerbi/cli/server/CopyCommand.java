package training.powerbi.cli.server;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import training.powerbi.cli.desk.Desk;

@Command(name = "copy", description = "Copy the store between the folder and the lakehouse that the settings name.")
final class CopyCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    private ServerRun server;

    @Parameters(paramLabel = "to-onelake|to-folder", description = "Which way.")
    private String direction;

    CopyCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        return server.with(desk, "--copy-store=" + direction);
    }
}
