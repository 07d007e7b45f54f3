package training.powerbi.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// The program as it is handed on, in processes of its own, as one person's account.
///
/// @param home for what it keeps
record PackagedCli(Path home, URI portal, AtomicInteger count) {
    private static final long PATIENCE_MINUTES = 5;

    PackagedCli(Path home, URI portal) {
        this(home, portal, new AtomicInteger());
    }

    static Path script() {
        return Path.of("target", "portal", "bin", "portal").toAbsolutePath();
    }

    /// A command that is running, or has ended.
    record Running(Process process, Path out, Path err) {
        int exit() throws InterruptedException {
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("still running: " + said());
            }
            return process.exitValue();
        }

        String said() {
            return read(out) + read(err);
        }

        /// As Ctrl-C does, but for the number at the end: tests that run in the background inherit a deaf ear for that
        /// one.
        void stop() {
            process.destroy();
        }
    }

    Running start(String... arguments) throws IOException {
        Files.createDirectories(home);
        var number = count.incrementAndGet();
        var out = home.resolve("out-" + number);
        var err = home.resolve("err-" + number);
        var command = new ArrayList<>(List.of(script().toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("PORTAL_CLI_HOME", home.toString());
        builder.environment().put("PORTAL_URL", portal.toString());
        return new Running(builder.start(), out, err);
    }

    static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
