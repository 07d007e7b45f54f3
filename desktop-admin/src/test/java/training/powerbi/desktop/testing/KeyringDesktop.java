package training.powerbi.desktop.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A desktop's session with a keyring of its own, unlocked, in a folder of the test's: programs run in it find the
/// keyring as on a desktop, and the keyring of whoever runs the test stays out of it.
public final class KeyringDesktop {
    private static final int PATIENCE_SECONDS = 60;
    /// By the package of Debian they come in.
    private static final Map<String, List<String>> NEEDED = Map.of(
            "dbus-daemon", List.of("dbus-run-session"),
            "gnome-keyring", List.of("gnome-keyring-daemon"),
            "libsecret-1-0", List.of("libsecret-1.so.0"));
    private static final String UNLOCKED =
            "printf password | gnome-keyring-daemon --unlock --components=secrets" + " >/dev/null && exec \"$@\"";

    private final Path home;

    /// @param home empty
    public KeyringDesktop(Path home) {
        this.home = home;
    }

    /// Skips a test, with what to install, where such a session cannot be had.
    public static final class Needed implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
                return ConditionEvaluationResult.disabled("Only on Linux a test can have a keyring of its own.");
            }
            var missing = new TreeSet<String>();
            NEEDED.forEach((name, files) -> {
                if (!files.stream().allMatch(Needed::isThere)) {
                    missing.add(name);
                }
            });
            return missing.isEmpty()
                    ? ConditionEvaluationResult.enabled("all there")
                    : ConditionEvaluationResult.disabled(
                            "There is no keyring to try. On Debian: apt-get install " + String.join(" ", missing));
        }

        private static boolean isThere(String file) {
            var architecture = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
            return Stream.concat(
                            Stream.of(System.getenv("PATH").split(":", -1)),
                            Stream.of("/usr/lib/" + architecture + "-linux-gnu", "/usr/lib64", "/usr/lib"))
                    .anyMatch(folder -> Files.exists(Path.of(folder, file)));
        }
    }

    /// Runs a class of the test's in a virtual machine of its own, beside the keyring.
    ///
    /// @param arguments after the file that the program writes its lines to
    /// @return those lines
    public List<String> run(Class<?> program, Object... arguments) {
        return run(List.of("dbus-run-session", "--", "sh", "-c", UNLOCKED, "sh"), program, arguments);
    }

    /// The same where there is no keyring.
    public List<String> runWithout(Class<?> program, Object... arguments) {
        return run(List.of(), program, arguments);
    }

    private List<String> run(List<String> before, Class<?> program, Object... arguments) {
        var runtime = home.resolve("run");
        var lines = home.resolve("lines");
        var log = home.resolve("log");
        var command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName(),
                lines.toString()));
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        try {
            Files.createDirectories(runtime);
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment()
                    .putAll(Map.of(
                            "HOME", home.toString(),
                            "XDG_DATA_HOME", home.resolve("data").toString(),
                            "XDG_RUNTIME_DIR", runtime.toString(),
                            "DBUS_SESSION_BUS_ADDRESS", "unix:path=" + home.resolve("no-bus")));
            var process = builder.start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
            if (process.waitFor() != 0) {
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
}
