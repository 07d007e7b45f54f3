package training.powerbi.cli.server;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import training.powerbi.cli.desk.Desk;

/// A command that is an option of the server's program and nothing else.
@Command
final class ServerOption implements Callable<Integer> {
    private final Desk desk;
    private final String option;

    @Mixin
    private ServerRun server;

    ServerOption(Desk desk, String option) {
        this.desk = desk;
        this.option = option;
    }

    @Override
    public Integer call() {
        return server.with(desk, option);
    }
}
