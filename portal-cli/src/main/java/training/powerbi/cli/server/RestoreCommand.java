package training.powerbi.cli.server;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import training.powerbi.cli.desk.Desk;

@Command(name = "restore", description = "Restore a backup into an empty store.")
final class RestoreCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    private ServerRun server;

    @Parameters(paramLabel = "FOLDER", description = "Where the backups are.")
    private Path folder;

    @Option(names = "--backup-id", paramLabel = "ID", description = "Which; without it the newest.")
    private @Nullable String which;

    RestoreCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        return which == null
                ? server.with(desk, "--restore=" + folder)
                : server.with(desk, "--restore=" + folder, "--backup-id=" + which);
    }
}
