package training.powerbi.cli.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import training.powerbi.cli.desk.Desk;
import training.powerbi.cli.desk.ExitCode;

/// Starts the server's own program with one of its options; what it says and its exit code are the answer.
final class ServerRun {
    /// The server takes up to 20 to finish what it has begun.
    private static final long PATIENCE_SECONDS = 60;

    @Option(
            names = "--jar",
            paramLabel = "FILE",
            description =
                    "The server's jar, or a checkout that was built; without it $PORTAL_SERVER_JAR, else the installed one.")
    private @Nullable Path jar;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A setting of the server, such as portal.store.directory=DIR; its variables hold as well.")
    private @Nullable List<String> settings;

    int with(Desk desk, String... options) {
        var found = ServerJar.installed().find(jar, desk::variable);
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
            return waitFor(new ProcessBuilder(command).inheritIO().start());
        } catch (IOException e) {
            throw new UncheckedIOException("The server's program cannot be started: " + found, e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return ExitCode.STOPPED.number();
        }
    }

    /// Whoever stops this program means the other: left alone it would go on changing the store.
    private static int waitFor(Process program) throws InterruptedException {
        var hook = Thread.ofPlatform().name("stop-server").unstarted(() -> end(program));
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException ending) {
            end(program);
        }
        try {
            return program.waitFor();
        } catch (InterruptedException stopped) {
            end(program);
            throw stopped;
        } finally {
            forget(hook);
        }
    }

    private static void end(Process program) {
        program.destroy();
        try {
            if (!program.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                program.destroyForcibly().waitFor();
            }
        } catch (InterruptedException hurried) {
            program.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // It runs already.
        }
    }
}
