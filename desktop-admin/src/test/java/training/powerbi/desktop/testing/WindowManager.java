package training.powerbi.desktop.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A screen of its own with a window manager, and programs in it.
public final class WindowManager implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 900;

    private final Path home;
    private final String display;
    private final List<Process> running = new ArrayList<>();

    /// Skips a test, with what to install, where there is neither.
    public static final class Needed implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            var missing = Stream.of("Xvfb", "openbox")
                    .filter(program -> Stream.of(System.getenv("PATH").split(":", -1))
                            .noneMatch(folder -> Files.isExecutable(Path.of(folder, program))))
                    .map(program -> program.equals("Xvfb") ? "xvfb" : program)
                    .toList();
            return missing.isEmpty()
                    ? ConditionEvaluationResult.enabled("all there")
                    : ConditionEvaluationResult.disabled(
                            "There is no window manager to try. On Debian: apt-get install "
                                    + String.join(" ", missing));
        }
    }

    /// @param home empty
    public WindowManager(Path home) {
        this.home = home;
        var number = home.resolve("display");
        // Xvfb takes a number that is free and writes it down.
        begin(Map.of(), "sh", "-c", "exec Xvfb -displayfd 3 -screen 0 1920x1080x24 -nolisten tcp 3>" + number);
        display = ":" + firstLine(number);
        begin(Map.of("DISPLAY", display), "openbox");
    }

    private void begin(Map<String, String> environment, String... command) {
        try {
            var builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(home.resolve(command[0] + ".log").toFile());
            builder.environment().putAll(environment);
            running.add(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String firstLine(Path file) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .ignoreExceptions()
                .until(() -> Files.readString(file).strip(), line -> !line.isEmpty());
    }

    /// Runs a class of the test's in a virtual machine of its own, on this screen.
    ///
    /// @param arguments after the file that the program writes its lines to
    /// @return those lines
    public List<String> run(Class<?> program, Object... arguments) {
        var lines = home.resolve("lines");
        var log = home.resolve("program.log");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dprism.order=sw",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName(),
                lines.toString()));
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().put("DISPLAY", display);
            var process = builder.start();
            running.add(process);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new AssertionError("failed: " + Files.readString(log));
            }
            return Files.readAllLines(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        running.reversed().forEach(Process::destroy);
    }
}
