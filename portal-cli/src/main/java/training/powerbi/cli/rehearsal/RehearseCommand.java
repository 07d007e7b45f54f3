package training.powerbi.cli.rehearsal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import training.powerbi.cli.terminal.Terminal;

/// Does what commands do, against a portal of its own, so that Java learns what a start needs.
@Command(name = "rehearse", hidden = true, description = "What portal-train runs.")
public final class RehearseCommand implements Callable<Integer> {
    private final Play play;

    /// The program once more.
    public interface Play {
        /// Runs a command line.
        ///
        /// @param folder for what is kept between two commands
        int run(Terminal terminal, Path folder, String... arguments);
    }

    public RehearseCommand(Play play) {
        this.play = play;
    }

    @Override
    public Integer call() {
        try (var portal = new StagePortal()) {
            var folder = Files.createTempDirectory("portal-rehearsal");
            try {
                int worst = run(folder, "login", portal.address(), "--email", "a@example.org", "--password-stdin");
                for (var command : List.of(
                        "days",
                        "days --json",
                        "unlock 1",
                        "stats",
                        "audit",
                        "recordings list",
                        "whoami",
                        "--help",
                        "days --help",
                        "unlock nothing")) {
                    int exit = run(folder, command.split(" ", -1));
                    worst = command.endsWith("nothing") ? worst : Math.max(worst, exit);
                }
                return worst;
            } finally {
                clear(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int run(Path folder, String... arguments) {
        var silent = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        var input = new ByteArrayInputStream("rehearsal\n".getBytes(StandardCharsets.UTF_8));
        var shape = new Terminal.Shape(true, true, 80, true);
        return play.run(new Terminal(silent, silent, input, shape, null), folder, arguments);
    }

    private static void clear(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
