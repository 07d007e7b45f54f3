package training.powerbi.cli.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import training.powerbi.cli.desk.Desk;

/// Starts the server's own program with one of its options; what it says and its exit code are the answer.
final class ServerRun {
    @Option(
            names = "--jar",
            paramLabel = "FILE",
            description = "The server's jar; without it $PORTAL_SERVER_JAR, else the one found beside this program.")
    private @Nullable Path jar;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A setting of the server, such as portal.store.directory=DIR; its variables hold as well.")
    private @Nullable List<String> settings;

    int with(Desk desk, String... options) {
        var found = ServerJar.aroundHere(Path.of("")).find(jar, desk::variable);
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                found.toString()));
        command.addAll(List.of(options));
        if (settings != null) {
            settings.forEach(setting -> command.add("--" + setting));
        }
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("The server's program cannot be started: " + found, e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
