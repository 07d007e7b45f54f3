package training.powerbi.cli.server;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import training.powerbi.cli.desk.Desk;

@Command(name = "backup", description = "Make a backup of the whole store; the portal may be running.")
final class BackupCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    private ServerRun server;

    @Parameters(paramLabel = "FOLDER", description = "Where to, best on another disk.")
    private Path folder;

    @Option(
            names = "--keep",
            paramLabel = "COUNT",
            description = "How many backups stay there, the newest; without it what the server's settings say.")
    private @Nullable Integer keep;

    BackupCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        return keep == null
                ? server.with(desk, "--backup=" + folder)
                : server.with(desk, "--backup=" + folder, "--keep=" + keep);
    }
}
